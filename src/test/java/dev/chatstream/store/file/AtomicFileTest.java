package dev.chatstream.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir
  Path folder;

  private static AtomicFile.Body text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> names() throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesInTheOrderThatSurvivesAPowerCut() throws Exception {
    FaultyOps ops = new FaultyOps();
    new AtomicFile(ops).replace(folder.resolve("a"), text("x"));
    assertEquals(List.of("open", "write", "force", "replace", "forceFolder"), ops.steps());
    assertEquals("x", Files.readString(folder.resolve("a")));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a"))));
  }

  @Test
  void eachStepThatFailsBeforeTheRenameLeavesTheOldFileAndNothingElse() throws Exception {
    Path file = folder.resolve("a");
    Files.writeString(file, "old");
    for (int step = 0; step < 4; step++) {
      FaultyOps ops = new FaultyOps().failAt(step);
      assertThrows(StoreException.class, () -> new AtomicFile(ops).replace(file, text("new")));
      assertEquals("old", Files.readString(file));
      assertEquals(List.of("a"), names());
    }
  }

  @Test
  void aProcessThatDiesAtAnyStepLeavesTheOldOrTheNewFileWhole() throws Exception {
    for (int step = 0; step < 5; step++) {
      Path file = folder.resolve("a");
      Files.writeString(file, "old");
      FaultyOps ops = new FaultyOps().failAt(step).thenDead();
      assertThrows(StoreException.class, () -> new AtomicFile(ops).replace(file, text("new")));
      assertEquals(step < 4 ? "old" : "new", Files.readString(file));
      assertTrue(names().stream().allMatch(name -> name.equals("a") || name.startsWith(TempFile.PREFIX)));
    }
  }

  @Test
  void aFullDiskIsToldAsSuch() {
    for (String words : List.of("No space left on device", "Disk quota exceeded")) {
      FaultyOps ops = new FaultyOps().failStep("write").saying(words);
      StoreException failure = assertThrows(
          StoreException.class, () -> new AtomicFile(ops).replace(folder.resolve("a"), text("x")));
      assertInstanceOf(StoreFailure.DiskFull.class, failure.failure());
    }
  }

  @Test
  void aReadOnlyFolderIsToldAsSuch() {
    for (String words : List.of("Permission denied", "Read-only file system")) {
      FaultyOps ops = new FaultyOps().failStep("open").saying(words);
      StoreException failure = assertThrows(
          StoreException.class, () -> new AtomicFile(ops).replace(folder.resolve("a"), text("x")));
      assertInstanceOf(StoreFailure.NotWritable.class, failure.failure());
    }
  }

  @Test
  void refusesLinksFoldersAndPipes() throws Exception {
    Files.writeString(folder.resolve("real"), "real");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    Files.createDirectory(folder.resolve("dir"));
    assertEquals(0, new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor());
    for (String name : List.of("link", "dir", "pipe")) {
      StoreException refused = assertThrows(
          StoreException.class,
          () -> new AtomicFile(FileOps.DISK).replace(folder.resolve(name), text("x")));
      assertInstanceOf(StoreFailure.Unreadable.class, refused.failure());
      assertThrows(StoreException.class, () -> RegularFile.openToRead(folder.resolve(name)));
      assertFalse(new AtomicFile(FileOps.DISK).create(folder.resolve(name), text("x")));
    }
    assertEquals("real", Files.readString(folder.resolve("real")));
    assertEquals(List.of("dir", "link", "pipe", "real"), names());
  }

  @Test
  void creatingNeverOverwrites() throws Exception {
    AtomicFile atomic = new AtomicFile(FileOps.DISK);
    assertTrue(atomic.create(folder.resolve("a"), text("first")));
    assertFalse(atomic.create(folder.resolve("a"), text("second")));
    assertEquals("first", Files.readString(folder.resolve("a")));
    assertEquals(List.of("a"), names());
  }
}
