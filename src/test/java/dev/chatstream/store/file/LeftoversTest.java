package dev.chatstream.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  @TempDir
  Path folder;

  private DataRoot root;
  private Leftovers leftovers;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    leftovers = new Leftovers(root, InstantSource.system(), FileOps.DISK, Duration.ZERO);
  }

  private static List<Path> paths(List<Leftover> leftovers) {
    return leftovers.stream().map(Leftover::path).toList();
  }

  private Path lockFile(String name) throws IOException {
    return Files.createFile(root.locks().resolve(name + ".lock"));
  }

  @Test
  void aTemporaryFileWithoutAnOwnerGoes() throws Exception {
    Path left = Files.writeString(root.chats().resolve(".acs-1.tmp"), "half");
    Path other = Files.writeString(root.chats().resolve("a.json"), "{}");
    assertEquals(List.of(left), paths(leftovers.find()));
    assertEquals(4, leftovers.find().getFirst().bytes());
    assertFalse(leftovers.find().getFirst().owned());
    assertTrue(Files.exists(left), "finding changes nothing");
    assertEquals(List.of(left), paths(leftovers.sweep()));
    assertFalse(Files.exists(left));
    assertTrue(Files.exists(other));
    assertEquals(List.of(), leftovers.find());
  }

  @Test
  void thoseOfEditJournalsAndRunsGoTooAndNotOverALink() throws Exception {
    Path edit = Files.writeString(root.edits().resolve(".acs-1.tmp"), "half");
    Path run = Files.createDirectory(root.runs().resolve("20261124-120000"));
    Path rows = Files.writeString(run.resolve(".acs-2.tmp"), "half");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path theirs = Files.writeString(elsewhere.resolve(".acs-3.tmp"), "not ours");
    Files.createSymbolicLink(root.runs().resolve("20261124-130000"), elsewhere);
    assertEquals(List.of(edit, rows), paths(leftovers.sweep()));
    assertTrue(Files.exists(theirs));
    assertEquals(List.of(), leftovers.find());
  }

  @Test
  void aTextThatADeadProcessGaveToAnEditorGoesAndOneInUseStays() throws Exception {
    Path left = Files.createDirectories(root.internal().resolve("editing").resolve("1"));
    Files.writeString(left.resolve("message.md"), "half");
    Files.createFile(left.resolve(".acs-1.tmp"));
    try (EditingFolder mine = EditingFolder.make(root)) {
      assertEquals(List.of(left), paths(leftovers.sweep()));
      assertTrue(Files.exists(mine.path()));
      assertTrue(leftovers.find().getFirst().owned());
    }
    assertEquals(List.of(), leftovers.find());
  }

  @Test
  void whatAPersonSavedInAnEditorAndNobodyTookBackIsKept() throws Exception {
    Path left = Files.createDirectories(root.internal().resolve("editing").resolve("3"));
    Path lock = Files.createFile(left.resolve(".acs-1.tmp"));
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(60)));
    Files.writeString(left.resolve("message.md"), "an hour's work");
    assertEquals(List.of(left), paths(leftovers.sweep()));
    try (Stream<Path> kept = Files.list(root.quarantine())) {
      assertEquals("an hour's work", Files.readString(kept.findFirst().orElseThrow()));
    }
  }

  @Test
  void aTextInAnEditorThatOutlivedItsProgramStays() throws Exception {
    Path left = Files.createDirectories(root.internal().resolve("editing").resolve("2"));
    Path text = Files.writeString(left.resolve("message.md"), "half");
    Process editor = new ProcessBuilder("tail", "-f", text.toString()).start();
    try {
      assertEquals('h', editor.getInputStream().read());
      assertEquals(List.of(), leftovers.sweep());
    } finally {
      editor.destroyForcibly().waitFor();
    }
    assertEquals(List.of(left), paths(leftovers.sweep()));
  }

  @Test
  void oneThatAnotherProcessWritesStaysUntilItIsDead() throws Exception {
    Path left = Files.createFile(root.drafts().resolve(".acs-2.tmp"));
    Process other = LockFileTest.LockHolder.start(left);
    try {
      assertEquals('L', other.getInputStream().read());
      assertTrue(leftovers.find().getFirst().owned());
      assertEquals(List.of(), leftovers.sweep());
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertEquals(List.of(left), paths(leftovers.sweep()));
  }

  @Test
  void oneThatThisProcessWritesStays() throws Exception {
    new AtomicFile(FileOps.DISK).replace(root.chats().resolve("a.json"), out -> {
      out.write('x');
      try {
        assertTrue(leftovers.find().getFirst().owned());
        assertEquals(List.of(), leftovers.sweep());
      } catch (Exception e) {
        throw new IOException(e);
      }
    });
    assertEquals("x", Files.readString(root.chats().resolve("a.json")));
    assertEquals(List.of(), leftovers.find());
  }

  @Test
  void aYoungOneStays() throws Exception {
    Files.createFile(root.chats().resolve(".acs-3.tmp"));
    Leftovers careful = new Leftovers(root, InstantSource.system());
    assertTrue(careful.find().getFirst().owned());
    assertEquals(List.of(), careful.sweep());
    InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofSeconds(30));
    assertEquals(1, new Leftovers(root, later).sweep().size());
  }

  @Test
  void locksOfWhatIsGoneGoAndThoseOfWhatIsThereStay() throws Exception {
    Files.writeString(root.chats().resolve("here.json"), "{}");
    lockFile("chat-here.json");
    lockFile("state-state.json");
    List<Path> gone = List.of(lockFile("chat-gone.json"), lockFile("draft-1.json"), lockFile("list-gone.csv"));
    try (LockFile held = LockFile.take(root.locks(), "list", "used.csv", Duration.ZERO)) {
      assertEquals(gone, paths(leftovers.sweep()));
    }
    assertTrue(Files.exists(root.locks().resolve("chat-here.json.lock")));
    assertTrue(Files.exists(root.locks().resolve("list-used.csv.lock")));
    assertTrue(Files.exists(root.locks().resolve("state-state.json.lock")));
  }

  /// One that was marked by a process that died before it deleted it.
  @Test
  void aMarkedLockFileThatIsStillThereIsUsedAgain() throws Exception {
    Path marked = lockFile("chat-a.json");
    Files.writeString(marked, "x");
    LockFile.take(root.locks(), "chat", "a.json", Duration.ZERO).close();
    assertEquals(0, Files.size(marked), "its name was still there, so it is used again");
  }
}
