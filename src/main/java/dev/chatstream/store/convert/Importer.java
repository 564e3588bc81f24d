package dev.chatstream.store.convert;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.ForeignChat;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.SafeName;
import dev.chatstream.store.list.PendingEdits;
import dev.chatstream.store.list.TaskListStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// Brings files of other programs into the library. A file is brought in once: the second time its copy is named, as
/// long as that is there. Links are followed, since the person gave the path; devices, pipes and folders are refused.
/// Used by one thread.
public final class Importer {

  // In hundredths of the work: when the file's hash is known, when all of it was looked at, at the end.
  private static final int HASHED = 3;
  private static final int LOOKED_AT = 45;
  private static final int WHOLE = 100;

  private static final String JSON = ".json";
  private static final String CSV = ".csv";

  private final DataRoot root;
  private final ChatStore chats;
  private final TaskListStore lists;
  private final ImportRecord record;

  /// @param clock gives the times that are written
  public Importer(DataRoot root, InstantSource clock) {
    this(root, clock, FileOps.DISK);
  }

  /// @param ops the disk, or in tests one that fails
  public Importer(DataRoot root, InstantSource clock, FileOps ops) {
    this.root = root;
    this.chats = new ChatStore(root, clock, ops);
    this.lists = new TaskListStore(root, clock, ops);
    this.record = new ImportRecord(root, ops);
  }

  /// What a command is to do.
  ///
  /// @param apply whether to make the copy, else only to look
  /// @param mayStay whether a file of the library that is in today's format stays as it is, with no copy
  public record Wish(boolean apply, boolean mayStay) {}

  /// Looks at a file, reports each of its rows or messages, and makes the copy where that is wished.
  ///
  /// @throws StoreException when it can't be read or the copy can't be made; then nothing is left of it
  /// @throws Watch.Cancelled when the watch stopped it; nothing is left of it either
  public Outcome bringIn(Path given, Wish wish, Watch watch) throws StoreException {
    Path file = real(given);
    if (file.startsWith(root.taskLists())) {
      PendingEdits.beforeReading(root, FileOps.DISK, file.getFileName().toString());
    }
    String sha256 = SourceHash.of(file, Watch.part(watch, 0, HASHED));
    return ForeignChat.isJson(file) ? chat(file, sha256, wish, watch) : list(file, sha256, wish, watch);
  }

  private Outcome chat(Path file, String sha256, Wish wish, Watch watch) throws StoreException {
    ForeignChat read = ForeignChat.read(file);
    String newer = read.newer(file.getFileName().toString());
    if (!newer.isEmpty()) {
      throw new StoreException(new StoreFailure.NewerVersion(file.getFileName().toString()));
    }
    long doubtful = report(read, watch);
    String name = SafeName.ofFile(file.getFileName().toString(), JSON);
    Chat chat = read.chat();
    Outcome outcome = new Outcome(
        true,
        file.getFileName().toString(),
        read.schema() == 1 ? "a chat of the original program" : "a chat",
        chat.conversation().size(),
        doubtful,
        read.damage(),
        chats.freeName(name),
        Outcome.State.WOULD_MAKE);
    boolean today = read.schema() > 1 && read.damage().isEmpty() && doubtful == 0;
    if (wish.mayStay() && today && file.startsWith(root.chats())) {
      return outcome.as(Outcome.State.NOTHING_TO_DO, file.getFileName().toString());
    }
    Optional<String> known = knownChat(chat, sha256, wish.mayStay());
    if (known.isPresent()) {
      return outcome.as(Outcome.State.THERE_ALREADY, known.get());
    }
    if (!wish.apply()) {
      return outcome;
    }
    requireRoom(file.toFile().length() * 3, name);
    boolean idIsTaken = chats.list().stream().anyMatch(other -> chat.id().equals(other.id()));
    String made = (idIsTaken ? chats.saveCopy(chat, name) : chats.saveNew(chat, name, Optional.empty())).at().file();
    record.add(sha256, true, made);
    return outcome.as(Outcome.State.MADE, made);
  }

  /// The file that holds this very chat, or was made of this very file.
  ///
  /// @param newFormOnly whether one in the original program's form doesn't count
  private Optional<String> knownChat(Chat chat, String sha256, boolean newFormOnly) throws StoreException {
    Optional<String> noted = record.find(sha256, true);
    if (noted.isPresent()) {
      return noted;
    }
    for (ChatSummary other : chats.list()) {
      if (chat.id().equals(other.id()) && other.problem().isEmpty()
          && !(newFormOnly && isLegacy(other))) {
        Chat there = chats.open(other.file()).chat();
        if (there.conversation().equals(chat.conversation())) {
          return Optional.of(other.file());
        }
      }
    }
    return Optional.empty();
  }

  private boolean isLegacy(ChatSummary summary) throws StoreException {
    return ForeignChat.read(root.chats().resolve(summary.file())).schema() == 1;
  }

  private static long report(ForeignChat read, Watch watch) {
    long doubtful = 0;
    for (int i = 0; i < read.doubts().size(); i++) {
      Message message = read.chat().conversation().get(i);
      String doubt = read.doubts().get(i);
      doubtful += doubt.isEmpty() ? 0 : 1;
      watch.line(new ReportLine(
          i + 1, 0, "", message.role().wireName(), message.content(), doubt));
    }
    return doubtful;
  }

  private Outcome list(Path file, String sha256, Wish wish, Watch watch) throws StoreException {
    ListConversion conversion = new ListConversion(file, sha256);
    conversion.look(Watch.part(watch, HASHED, wish.apply() ? LOOKED_AT : WHOLE));
    String name = SafeName.ofFile(file.getFileName().toString(), CSV);
    Outcome outcome = new Outcome(
        false,
        file.getFileName().toString(),
        conversion.format(),
        conversion.rows(),
        conversion.doubtful(),
        conversion.damage(),
        lists.freeName(name),
        Outcome.State.WOULD_MAKE);
    boolean inLibrary = file.startsWith(root.taskLists());
    if (wish.mayStay() && inLibrary && lists.appendable(file.getFileName().toString())) {
      return outcome.as(Outcome.State.NOTHING_TO_DO, file.getFileName().toString());
    }
    Optional<String> noted = record.find(sha256, false);
    if (noted.isPresent()) {
      return outcome.as(Outcome.State.THERE_ALREADY, noted.get());
    }
    if (!wish.apply()) {
      return outcome;
    }
    requireRoom(conversion.bytes(), name);
    String made =
        lists.create(name, conversion.columns(), out -> conversion.write(out, Watch.part(watch, LOOKED_AT, WHOLE)));
    record.add(sha256, false, made);
    return outcome.as(Outcome.State.MADE, made);
  }

  private void requireRoom(long bytes, String name) throws StoreException {
    root.requireRoom();
    long free = root.folder().toFile().getUsableSpace();
    if (free > 0 && free - DataRoot.LEAST_ROOM < bytes) {
      throw new StoreException(new StoreFailure.DiskFull(name));
    }
  }

  private static Path real(Path given) throws StoreException {
    try {
      return given.toRealPath();
    } catch (IOException e) {
      Path name = given.getFileName() == null ? given : given.getFileName();
      throw Failures.reading(e, name);
    }
  }
}
