package dev.chatstream.store.journal;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tinylog.Logger;

/// The journal of one turn: `.store/journal/turn-<id>.jsonl`, where the id says nothing. One file a turn, not one a
/// chat: it can be deleted whole as soon as its answer is in the chat, while the next turn of the same chat is being
/// written already. What a call was given is on the disk when it returns. After an error nothing more is written to the
/// file, for nobody knows what the disk has of it; a new one takes its place, with all that was acknowledged and what
/// has come since, at once or with the next call for which the disk allows it. Not thread-safe.
public final class TurnJournal {

  static final String PREFIX = "turn-";
  static final String EXTENSION = ".jsonl";

  private final FileOps ops;
  private final Path path;
  private final UUID turn;
  private final InstantSource clock;
  /// What is on the disk, for a new file that may have to take the place of this one.
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  /// What is not on the disk yet.
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private Optional<HeldFile> file = Optional.empty();
  private long next = 1;
  private boolean broken;

  private TurnJournal(FileOps ops, Path path, InstantSource clock, Asked asked) {
    this.ops = ops;
    this.path = path;
    this.turn = asked.turn();
    this.clock = clock;
    waiting.writeBytes(RecordJson.line(turn, new JournalRecord.Began(asked)));
  }

  /// A journal that holds nothing yet, the question neither: [#begin] does the first writing.
  public static TurnJournal of(DataRoot root, FileOps ops, InstantSource clock, Asked asked) {
    return new TurnJournal(ops, path(root, asked.turn()), clock, asked);
  }

  /// The file of a journal that is to come: empty, with its name on the disk already, so that keeping the question
  /// takes one force in the place of two and a rename. The recovery deletes one that a crash has left.
  public static final class Spare {

    private final FileOps ops;
    private final Path path;
    private final HeldFile file;

    private Spare(FileOps ops, Path path, HeldFile file) {
      this.ops = ops;
      this.path = path;
      this.file = file;
    }

    /// Whether nobody has deleted it.
    public boolean isThere() {
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /// The journal of this turn, in this file, which is not to be used again. It holds nothing yet, as that of
    /// [TurnJournal#of].
    public TurnJournal journal(InstantSource clock, Asked asked) {
      TurnJournal journal = new TurnJournal(ops, path, clock, asked);
      journal.file = Optional.of(file);
      return journal;
    }

    /// Deletes it: no question comes.
    public void delete() throws StoreException {
      try {
        file.delete();
      } catch (IOException e) {
        throw Failures.writing(e, path);
      }
    }
  }

  /// Makes the file of a journal that is to come.
  public static Spare spare(DataRoot root, FileOps ops, InstantSource clock) throws StoreException {
    Path path = path(root, Ids.next(clock.instant()));
    try {
      return new Spare(ops, path, HeldFile.create(ops, path, new byte[0]));
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }

  private static Path path(DataRoot root, UUID id) {
    return root.journal().resolve(PREFIX + id + EXTENSION);
  }

  /// Keeps the question.
  public void begin() throws StoreException {
    write();
  }

  /// Begins a journal with the question.
  public static TurnJournal begin(DataRoot root, FileOps ops, InstantSource clock, Asked asked) throws StoreException {
    TurnJournal journal = of(root, ops, clock, asked);
    journal.begin();
    return journal;
  }

  /// Keeps what came, with one write and one force. What fails is not lost: it goes in with the next call.
  public void came(List<Piece> pieces) throws StoreException {
    Instant now = clock.instant();
    for (Piece piece : pieces) {
      waiting.writeBytes(RecordJson.line(turn, new JournalRecord.Came(next++, now, piece)));
    }
    write();
  }

  /// Keeps how the turn ended.
  public void ended(MessageState state) throws StoreException {
    waiting.writeBytes(RecordJson.line(turn, new JournalRecord.Ended(next++, clock.instant(), state)));
    write();
  }

  /// Deletes the journal: the chat's file holds the answer now.
  public void delete() throws StoreException {
    try {
      if (file.isPresent()) {
        file.get().delete();
      }
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }

  private void write() throws StoreException {
    try {
      if (file.isEmpty()) {
        file = Optional.of(HeldFile.create(ops, path, waiting.toByteArray()));
      } else if (broken) {
        renew(file.get());
      } else {
        append(file.get());
      }
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
    kept.writeBytes(waiting.toByteArray());
    waiting.reset();
  }

  private void append(HeldFile held) throws IOException {
    try {
      held.append(waiting.toByteArray());
    } catch (IOException e) {
      broken = true;
      Logger.warn(e, "the journal {} failed; a new file is to take its place", held.name());
      renew(held);
    }
  }

  private void renew(HeldFile held) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    kept.writeTo(all);
    waiting.writeTo(all);
    held.renew(all.toByteArray());
    broken = false;
  }
}
