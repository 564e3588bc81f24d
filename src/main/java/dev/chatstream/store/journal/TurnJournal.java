package dev.chatstream.store.journal;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// The journal of one turn: `.store/journal/turn-<turn id>.jsonl`. One file a turn, not one a chat: it can be deleted
/// whole as soon as its answer is in the chat, while the next turn of the same chat is being written already. What a
/// call was given is on the disk when it returns. Not thread-safe; after an error it takes nothing more.
public final class TurnJournal {

  static final String PREFIX = "turn-";
  static final String EXTENSION = ".jsonl";

  private final HeldFile file;
  private final Path path;
  private final UUID turn;
  private final InstantSource clock;
  private long next = 1;
  private boolean broken;

  private TurnJournal(HeldFile file, Path path, UUID turn, InstantSource clock) {
    this.file = file;
    this.path = path;
    this.turn = turn;
    this.clock = clock;
  }

  /// Begins a journal with the question.
  public static TurnJournal begin(DataRoot root, FileOps ops, InstantSource clock, Asked asked) throws StoreException {
    Path path = root.journal().resolve(PREFIX + asked.turn() + EXTENSION);
    try {
      HeldFile file = HeldFile.create(ops, path, RecordJson.line(asked.turn(), new JournalRecord.Began(asked)));
      return new TurnJournal(file, path, asked.turn(), clock);
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }

  /// Keeps what came, with one write and one force.
  public void came(List<Piece> pieces) throws StoreException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Instant now = clock.instant();
    for (Piece piece : pieces) {
      lines.writeBytes(RecordJson.line(turn, new JournalRecord.Came(next++, now, piece)));
    }
    append(lines.toByteArray());
  }

  /// Keeps how the turn ended.
  public void ended(MessageState state) throws StoreException {
    append(RecordJson.line(turn, new JournalRecord.Ended(next++, clock.instant(), state)));
  }

  /// True after an error: it takes nothing more.
  public boolean broken() {
    return broken;
  }

  /// Deletes the journal: the chat's file holds the answer now.
  public void delete() throws StoreException {
    try {
      file.delete();
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }

  /// Lets the file go and leaves it, as the end of the process does.
  void letGo() throws IOException {
    file.close();
  }

  private void append(byte[] lines) throws StoreException {
    if (broken) {
      throw new IllegalStateException("this journal failed before");
    }
    try {
      file.append(lines);
    } catch (IOException e) {
      broken = true;
      throw Failures.writing(e, path);
    }
  }
}
