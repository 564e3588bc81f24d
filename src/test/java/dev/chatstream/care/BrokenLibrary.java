package dev.chatstream.care;

import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.journal.Piece;
import dev.chatstream.store.journal.TurnJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Makes a library in which more than thirty files are broken, each in another way. Before they were broken, there was
/// a backup. By hand: `mvn -o -Dquick test -Dtest=DoctorTest -Dbroken.folder=DIR`, then `./run.sh doctor --home DIR`.
public final class BrokenLibrary {

  private final TestLibrary library;
  private final List<String> broken = new ArrayList<>();

  @FunctionalInterface
  private interface Breaking {
    byte[] of(byte[] bytes) throws Exception;
  }

  private BrokenLibrary(TestLibrary library) {
    this.library = library;
  }

  /// Makes it in an empty folder.
  ///
  /// @return the paths of what is broken
  public static List<String> make(TestLibrary library) throws Exception {
    return new BrokenLibrary(library).make();
  }

  private List<String> make() throws Exception {
    sound();
    new Backups(library.care()).make(JobListener.NONE);
    library.pass(Duration.ofDays(1));
    chats();
    lists();
    others();
    return broken;
  }

  private void sound() throws StoreException, IOException {
    for (String name : List.of(
        "cut", "empty", "zeros", "zero-block", "bad-utf8", "double-key", "trailing", "no-end", "wizard", "garbage",
        "no-list", "newer", "same-id", "double-message", "deep", "fine")) {
      library.chat(name, 4);
    }
    for (String name : List.of(
        "torn", "ragged", "open-quote", "zeros", "latin", "utf16", "double", "negative", "no-header", "gone",
        "returns", "fine")) {
      library.rows(name, 5);
    }
    library.chats().keepDraft(library.exchanges(Chat.empty(Ids.next(Instant.EPOCH), Instant.EPOCH), 2));
  }

  private void chats() throws Exception {
    chat("cut", bytes -> Arrays.copyOf(bytes, bytes.length / 2));
    chat("empty", bytes -> new byte[0]);
    chat("zeros", bytes -> new byte[bytes.length]);
    chat("zero-block", bytes -> zeroed(bytes, bytes.length / 2, 256));
    chat("bad-utf8", bytes -> {
      byte[] bad = bytes.clone();
      bad[indexOf(bad, "ß")] = (byte) 0xFF;
      return bad;
    });
    chat("double-key", bytes -> replaced(bytes, "\"schema\" : 2,", "\"schema\" : 2, \"schema\" : 2,"));
    chat("trailing", bytes -> (text(bytes) + "}\n").getBytes(StandardCharsets.UTF_8));
    chat("no-end", bytes -> Arrays.copyOf(bytes, bytes.length - 4));
    chat("wizard", bytes -> replaced(bytes, "\"role\" : \"user\"", "\"role\" : \"wizard\""));
    chat("garbage", bytes -> new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    chat("no-list", bytes -> "{\"schema\":2,\"conversation\":7}".getBytes(StandardCharsets.UTF_8));
    chat("newer", bytes -> replaced(bytes, "\"schema\" : 2", "\"schema\" : 99"));
    chat("same-id", bytes -> Files.readAllBytes(library.path("chats/fine.json")));
    chat("double-message", bytes -> {
      String text = text(bytes);
      int begin = text.indexOf("    {\n      \"id\"");
      int end = text.indexOf("    },\n") + "    },\n".length();
      return (text.substring(0, end) + text.substring(begin)).getBytes(StandardCharsets.UTF_8);
    });
    chat("deep", bytes -> ("{\"x\":" + "[".repeat(5000)).getBytes(StandardCharsets.UTF_8));
    library.chat("never-kept", 3);
    chat("never-kept", bytes -> Arrays.copyOf(bytes, bytes.length * 2 / 3));
    broken.add("chats/link.json");
    Files.createSymbolicLink(library.path("chats/link.json"), library.path("chats/fine.json"));
    broken.add("chats/folder.json");
    Files.createDirectory(library.path("chats/folder.json"), rights("rwx------"));
    breaking(".store/drafts/" + library.names(".store/drafts").getFirst(),
        bytes -> Arrays.copyOf(bytes, bytes.length - 100));
  }

  private void lists() throws Exception {
    list("torn", bytes -> Arrays.copyOf(bytes, bytes.length - 12));
    list("ragged", bytes -> replaced(bytes, "\"3\",\"", "\"3\",\"one\",\"too\",\"many\",\""));
    list("open-quote", bytes -> replaced(bytes, "\"3\",\"", "\"3\",\"\"\"\"\"an open quote, \""));
    list("zeros", bytes -> zeroed(bytes, indexOf(bytes, "\"4\",\"") + 20, 30));
    list("latin", bytes -> {
      byte[] bad = bytes.clone();
      bad[indexOf(bad, "task \"\"2") + 1] = (byte) 0xE9;
      return bad;
    });
    list("utf16", bytes -> ("\uFEFF" + text(bytes)).getBytes(StandardCharsets.UTF_16LE));
    list("double", bytes -> replaced(bytes, "\"4\",\"", "\"3\",\""));
    list("negative", bytes -> replaced(bytes, "\"4\",\"", "\"-4\",\""));
    list("no-header", bytes -> Arrays.copyOfRange(bytes, indexOf(bytes, "\n") + 1, bytes.length));
    list("gone", bytes -> new byte[0]);
    list("returns", bytes -> text(bytes).replace("\n", "\r").getBytes(StandardCharsets.UTF_8));
    breaking("task_lists/plain.csv", bytes -> "3. User Query - what?\n4. Assistant Response - that\n".getBytes(
        StandardCharsets.UTF_8));
    broken.add("task_lists/pipe.csv");
    if (new ProcessBuilder("mkfifo", "-m", "600", library.path("task_lists/pipe.csv").toString()).start()
        .waitFor() != 0) {
      throw new IOException("mkfifo");
    }
  }

  private void others() throws Exception {
    journal();
    breaking(".store/journal/turn-nobodys.jsonl", bytes -> "no journal\n".getBytes(StandardCharsets.UTF_8));
    breaking(".store/idx/list-of-nobody.csv.idx", bytes -> new byte[64]);
    breaking("chats/.acs-dead.tmp", bytes -> "{ half a chat".getBytes(StandardCharsets.UTF_8));
    Files.setLastModifiedTime(
        library.path("chats/.acs-dead.tmp"), FileTime.from(library.care().clock().instant().minus(Duration.ofDays(2))));
    breaking(".store/trash/2026-11-01T00-00-00Z-12345678/nobody", bytes -> "whose?".getBytes(StandardCharsets.UTF_8));
    library.chat("deleted", 1);
    String id = new Trash(library.care()).delete(LibraryFile.chat("deleted.json"), "delete").id();
    breaking(".store/trash/" + id + "/.record.json", bytes -> new byte[0]);
    Files.setPosixFilePermissions(library.path("chats/fine.json"), PosixFilePermissions.fromString("rw-r--r--"));
    broken.add("chats/fine.json");
    new Backups(library.care()).make(JobListener.NONE);
    String newest = new Backups(library.care()).list().getFirst().name();
    breaking(".store/backups/" + newest + "/manifest.jsonl", bytes -> Arrays.copyOf(bytes, bytes.length / 2));
  }

  /// A whole journal of a dead process with a torn end behind it.
  private void journal() throws Exception {
    Chat chat = library.chats().open("fine").chat();
    Instant now = library.care().clock().instant();
    Message question = Message.fromUser(Ids.next(now), chat.head(), "and then?", now);
    Message answer = Message.fromModel(
        Ids.next(now), question.id(), "", "", "m:1b", Map.of(), MessageState.DONE, Metrics.UNKNOWN, now);
    Asked asked = new Asked(Ids.next(now), chat.id(), chat.title(), chat.created(), question, answer);
    TurnJournal journal = TurnJournal.begin(library.root(), FileOps.DISK, library.care().clock(), asked);
    journal.came(List.of(new Piece("What came before the machine fell.", false, 7)));
    String file = "turn-" + asked.turn() + ".jsonl";
    byte[] whole = Files.readAllBytes(library.path(".store/journal/" + file));
    journal.delete();
    Files.createFile(library.path(".store/journal/" + file), rights("rw-------"));
    Files.write(library.path(".store/journal/" + file), whole);
    breaking(".store/journal/" + file, bytes -> (text(bytes) + "{\"crc\":\"00000000\",\"rec").getBytes(
        StandardCharsets.UTF_8));
  }

  private void chat(String name, Breaking breaking) throws Exception {
    breaking("chats/" + name + ".json", breaking);
  }

  private void list(String name, Breaking breaking) throws Exception {
    breaking("task_lists/" + name + ".csv", breaking);
  }

  private void breaking(String relative, Breaking breaking) throws Exception {
    Path path = library.path(relative);
    byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    byte[] worse = breaking.of(bytes);
    if (!Files.exists(path)) {
      Files.createDirectories(path.getParent(), rights("rwx------"));
      Files.createFile(path, rights("rw-------"));
    }
    Files.write(path, worse);
    broken.add(relative);
  }

  private static FileAttribute<?> rights(String rights) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] replaced(byte[] bytes, String from, String to) {
    String text = text(bytes);
    int at = text.indexOf(from);
    if (at < 0) {
      throw new IllegalStateException("nothing to break: " + from);
    }
    return (text.substring(0, at) + to + text.substring(at + from.length())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zeroed(byte[] bytes, int at, int length) {
    byte[] zeroed = bytes.clone();
    Arrays.fill(zeroed, at, at + length, (byte) 0);
    return zeroed;
  }

  /// Where a text begins in UTF-8.
  private static int indexOf(byte[] bytes, String text) {
    String latin = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(latin);
  }
}
