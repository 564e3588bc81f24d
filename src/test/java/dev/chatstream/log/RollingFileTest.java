package dev.chatstream.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingFileTest {

  @TempDir
  private Path root;

  private static void write(RollingFile file, String text) throws IOException {
    file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String text(String name) throws IOException {
    return Files.readString(root.resolve("logs").resolve(name));
  }

  @Test
  void theFolderAndTheFileAreForTheirOwnerAlone() throws IOException {
    Path path = root.resolve("logs/a.log");
    try (RollingFile file = new RollingFile(path)) {
      write(file, "one\n");
    }
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())));
  }

  @Test
  void aLargeFileMakesWayAndTheOldestGoes() throws IOException {
    try (RollingFile file = new RollingFile(root.resolve("logs/a.log"), 4, 3)) {
      for (String line : new String[] {"one\n", "two\n", "three\n", "four\n"}) {
        write(file, line);
      }
    }
    assertEquals("four\n", text("a.log"));
    assertEquals("three\n", text("a.log.1"));
    assertEquals("two\n", text("a.log.2"));
    assertFalse(Files.exists(root.resolve("logs/a.log.3")));
  }

  @Test
  void twoWritersShareOneFileAndBothFollowANewOne() throws IOException {
    Path path = root.resolve("logs/a.log");
    try (RollingFile one = new RollingFile(path, 8, 3);
        RollingFile two = new RollingFile(path, 8, 3)) {
      write(one, "a1\n");
      write(two, "b1\n");
      write(one, "a2\n");
      write(two, "b2\n");
      write(one, "a3\n");
    }
    assertEquals("a1\nb1\na2\n", text("a.log.1"));
    assertEquals("b2\na3\n", text("a.log"));
  }

  @Test
  void aFileThatWasTakenAwayIsMadeAnew() throws IOException {
    Path path = root.resolve("logs/a.log");
    try (RollingFile file = new RollingFile(path)) {
      write(file, "one\n");
      Files.delete(path);
      write(file, "two\n");
    }
    assertEquals("two\n", text("a.log"));
  }

  @Test
  void aTornLastLineIsEndedFirst() throws IOException {
    Files.createDirectory(root.resolve("logs"));
    Files.writeString(root.resolve("logs/a.log"), "torn");
    try (RollingFile file = new RollingFile(root.resolve("logs/a.log"))) {
      write(file, "whole\n");
    }
    assertEquals("torn\nwhole\n", text("a.log"));
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Files.createDirectory(root.resolve("logs"));
    Path precious = Files.writeString(root.resolve("precious"), "as it was");
    Files.createSymbolicLink(root.resolve("logs/a.log"), precious);
    try (RollingFile file = new RollingFile(root.resolve("logs/a.log"))) {
      assertThrows(IOException.class, () -> write(file, "one\n"));
    }
    assertEquals("as it was", Files.readString(precious));
  }
}
