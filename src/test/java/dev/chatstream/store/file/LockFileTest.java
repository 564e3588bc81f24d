package dev.chatstream.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

  @TempDir
  Path folder;

  @Test
  void keepsAnotherThreadOffUntilItIsReleased() throws Exception {
    AtomicReference<StoreException> refused = new AtomicReference<>();
    try (LockFile held = LockFile.take(folder, "chat", "a.json", Duration.ZERO)) {
      Thread other = Thread.ofPlatform().start(() -> {
        try (LockFile lock = LockFile.take(folder, "chat", "a.json", Duration.ZERO)) {
          throw new IllegalStateException("got " + lock);
        } catch (StoreException e) {
          refused.set(e);
        }
      });
      other.join();
    }
    assertInstanceOf(StoreFailure.Busy.class, refused.get().failure());
    LockFile.take(folder, "chat", "a.json", Duration.ZERO).close();
  }

  @Test
  void givesUpWhenAnotherProcessKeepsTheFile() throws Exception {
    LockFile.take(folder, "chat", "a.json", Duration.ZERO).close();
    Process other = LockHolder.start(folder.resolve("chat-a.json.lock"));
    try {
      assertEquals('L', other.getInputStream().read());
      StoreException refused = assertThrows(
          StoreException.class, () -> LockFile.take(folder, "chat", "a.json", Duration.ofMillis(10)));
      assertInstanceOf(StoreFailure.Busy.class, refused.failure());
    } finally {
      other.destroyForcibly().waitFor();
    }
    LockFile.take(folder, "chat", "a.json", Duration.ZERO).close(); // The dead release their locks.
  }

  @Test
  void twoFilesAndTwoKindsDontHinderEachOther() throws Exception {
    try (LockFile one = LockFile.take(folder, "chat", "a", Duration.ZERO);
        LockFile two = LockFile.take(folder, "chat", "b", Duration.ZERO);
        LockFile three = LockFile.take(folder, "list", "a", Duration.ZERO)) {
      assertThrows(IllegalStateException.class, () -> LockFile.take(folder, "chat", "a", Duration.ZERO));
    }
  }

  @Test
  void aNameOf255BytesStillFits() throws Exception {
    String name = "x".repeat(255);
    LockFile.take(folder, "chat", name, Duration.ZERO).close();
    assertTrue(SafeName.bytes(LockFile.sidecarName("chat", name, ".lock")) < 255);
  }

  /// Holds a lock in a process of its own.
  static final class LockHolder {

    static Process start(Path file) throws Exception {
      return new ProcessBuilder(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-cp",
          System.getProperty("java.class.path"),
          LockHolder.class.getName(),
          file.toString())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    }

    public static void main(String[] args) throws Exception {
      try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        System.out.write(lock.isValid() ? 'L' : 'x');
        System.out.flush();
        System.in.read(); // Until it is killed.
      }
    }
  }
}
