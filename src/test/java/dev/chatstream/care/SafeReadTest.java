package dev.chatstream.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FaultyOps;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.SafeRead;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are swapped between the look and the opening.
class SafeReadTest {

  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void make() throws IOException {
    file = Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("file"), "right");
    Files.writeString(folder.resolve("other"), "wrong");
  }

  @FunctionalInterface
  private interface Swap {
    void at(int opening) throws Exception;
  }

  /// The disk, on which something happens before each opening.
  private static FileOps before(Swap swap) {
    int[] opening = {0};
    return (FileOps) Proxy.newProxyInstance(
        FileOps.class.getClassLoader(), new Class<?>[] {FileOps.class}, (proxy, method, arguments) -> {
          if (method.getName().equals("open")) {
            swap.at(opening[0]++);
          }
          try {
            return method.invoke(FileOps.DISK, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private String refused(FileOps ops) {
    return assertThrows(StoreException.class, () -> SafeRead.open(ops, folder, file)).getMessage();
  }

  @Test
  void aLinkThatTakesItsPlaceIsNotFollowed() {
    refused(before(opening -> {
      Files.delete(file);
      Files.createSymbolicLink(file, folder.resolve("other"));
    }));
  }

  @Test
  void anotherFileThatTakesItsPlaceAgainAndAgainIsRefused() {
    String told = refused(before(opening -> Files.move(
        Files.writeString(folder.resolve("next"), "wrong"), file,
        StandardCopyOption.REPLACE_EXISTING)));
    assertTrue(told.contains("swapped"), told);
  }

  @Test
  void oneAtomicReplaceIsNoSwap() throws Exception {
    FileOps ops = before(opening -> {
      if (opening == 0) {
        Files.move(
            Files.writeString(folder.resolve("next"), "newer"), file,
            StandardCopyOption.REPLACE_EXISTING);
      }
    });
    try (FileChannel channel = SafeRead.open(ops, folder, file)) {
      assertEquals(5, channel.size());
    }
  }

  @Test
  void aPipeThatTakesItsPlaceDoesNotWait() {
    refused(before(opening -> {
      Files.delete(file);
      assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
    }));
  }

  @Test
  void aFolderThatBecomesALinkIsRefused() {
    refused(before(opening -> {
      Path elsewhere = folder.resolve("elsewhere" + opening);
      if (opening == 0) {
        Files.move(file.getParent(), elsewhere);
        Files.createSymbolicLink(folder.resolve("in"), elsewhere);
      }
    }));
  }

  @Test
  void aPathThatLeadsOutIsRefused() {
    Path out = folder.resolve("in").resolve("..").resolve("..").resolve("x");
    assertThrows(StoreException.class, () -> SafeRead.open(FileOps.DISK, folder.resolve("in"), out));
  }

  @Test
  void whatMayNotBeWrittenIsReadAllTheSame() throws Exception {
    try (FileChannel channel = SafeRead.open(new FaultyOps().failAt(0), folder, file)) {
      assertEquals(5, channel.size());
    }
  }
}
