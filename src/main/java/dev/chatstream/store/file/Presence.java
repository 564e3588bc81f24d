package dev.chatstream.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.tinylog.Logger;

/// Tells other windows which chat is on this one's screen, and asks whether it is on theirs: a file in `.store/locks`
/// of which each holds a part of the lock as long as it shows the chat. It guards nothing; where it can't be made,
/// nobody is told. One thread.
public final class Presence implements AutoCloseable {

  private static final String EXTENSION = ".open";
  private static final Set<StandardOpenOption> OPTIONS =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final Path locks;
  private final FileOps ops;
  private String shown = "";
  private Path file;
  private FileChannel held;
  private FileLock mine;

  /// Nothing is shown yet.
  public Presence(DataRoot root, FileOps ops) {
    this.locks = root.locks();
    this.ops = ops;
  }

  /// This chat is shown from now on, and the one before is not.
  ///
  /// @param chat what tells it from all others
  /// @return false when another window shows it already
  public boolean show(String chat) {
    if (chat.equals(shown) && held != null) {
      return true;
    }
    close();
    shown = chat;
    file = locks.resolve(LockFile.sidecarName("shown", chat, EXTENSION));
    try {
      held = ops.open(file, OPTIONS);
      boolean alone = alone();
      mine = held.tryLock(0, Long.MAX_VALUE, true);
      return alone;
    } catch (OverlappingFileLockException inThisProcess) {
      letGo();
      return false;
    } catch (IOException e) {
      Logger.debug(e, "other windows can't be told that this chat is open");
      letGo();
      return true;
    }
  }

  /// Whether nobody else holds the file; then it is free for a moment.
  private boolean alone() throws IOException {
    try (FileLock all = held.tryLock()) {
      return all != null;
    }
  }

  /// Nothing is shown any more. The last one deletes the file.
  @Override
  public void close() {
    try {
      if (held != null) {
        if (mine != null) {
          mine.close();
        }
        if (alone()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      Logger.debug(e, "{} stays; nobody holds it", file);
    }
    letGo();
    shown = "";
  }

  private void letGo() {
    try (FileChannel closing = held) {
      held = null;
      mine = null;
    } catch (IOException e) {
      Logger.debug(e, "{} could not be closed", file);
    }
  }
}
