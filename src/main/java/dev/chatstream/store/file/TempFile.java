package dev.chatstream.store.file;

import dev.chatstream.core.chat.Ids;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tinylog.Logger;

/// A temporary file while it is written. Its writer holds the system's lock on it, which ends with the process: so one
/// whose lock is free has no owner, on whichever machine or in whichever container it was made.
public final class TempFile implements AutoCloseable {

  /// Temporary files begin with this, so that no list shows them and [Leftovers] finds them.
  public static final String PREFIX = ".acs-";

  static final String EXTENSION = ".tmp";

  private static final Set<StandardOpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

  /// Opening a file that this process holds, and closing it again, would drop its lock.
  private static final Set<Path> MINE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;
  private final boolean locked;

  private TempFile(Path path, FileChannel channel, boolean locked) {
    this.path = path;
    this.channel = channel;
    this.locked = locked;
  }

  /// Makes one beside the file whose place it is to take.
  public static TempFile beside(FileOps ops, Path target) throws IOException {
    Path path = target.toAbsolutePath().resolveSibling(PREFIX + Ids.next(Instant.now()) + EXTENSION);
    MINE.add(path);
    try {
      FileChannel channel = ops.open(path, CREATE);
      return new TempFile(path, channel, lock(channel, path));
    } catch (IOException | RuntimeException e) {
      MINE.remove(path);
      throw e;
    }
  }

  /// Whether a temporary file belongs to this very process.
  static boolean isMine(Path path) {
    return MINE.contains(path.toAbsolutePath());
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// Whether this process holds the lock on it; without it nobody can tell whose it is.
  public boolean locked() {
    return locked;
  }

  /// Open for reading and writing.
  public FileChannel channel() {
    return channel;
  }

  /// Takes the name that it had off this process's account, and leaves the channel open: it has another name now.
  public FileChannel renamed() {
    MINE.remove(path);
    return channel;
  }

  /// Closes it; the file stays under whichever name it has.
  @Override
  public void close() throws IOException {
    MINE.remove(path);
    channel.close();
  }

  private static boolean lock(FileChannel channel, Path path) {
    try {
      return channel.tryLock() != null;
    } catch (IOException e) {
      Logger.debug(e, "the temporary file {} can't be locked", path.getFileName());
      return false;
    }
  }
}
