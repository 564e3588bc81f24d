package dev.chatstream.store.file;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.file.Sha256;
import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.tinylog.Logger;

/// Keeps all other processes and threads off a file while it is read and written. The lock is on a file of its own,
/// opened nowhere else: closing any channel on a file would drop the process's locks on it. A lock file stays when it
/// is released; only [Leftovers] deletes it, and puts a mark into it before, so that whoever waits for it takes the
/// next file of that name instead: otherwise two processes could lock two files of one name.
public final class LockFile implements AutoCloseable {

  /// How long a caller waits before it is told that the file is in use.
  public static final Duration WAIT = Duration.ofSeconds(5);

  static final String EXTENSION = ".lock";

  private static final byte[] RETIRED = {'x'};
  private static final long RETRY_NANOS = 2_000_000;
  private static final int LONGEST_NAME = 200;
  private static final Map<Path, ReentrantLock> IN_THIS_JVM = new ConcurrentHashMap<>();

  private final ReentrantLock inJvm;
  private final FileChannel channel;
  private final FileLock lock;

  private LockFile(ReentrantLock inJvm, FileChannel channel, FileLock lock) {
    this.inJvm = inJvm;
    this.channel = channel;
    this.lock = lock;
  }

  /// Takes the lock of a file. Not reentrant: one thread holds at most one lock of one file.
  ///
  /// @param locks the folder of the lock files
  /// @param kind `chat`, `list`, ...: files of different kinds may have the same name
  /// @param file the name of the file to be locked
  public static LockFile take(Path locks, String kind, String file, Duration wait) throws StoreException {
    Path path = locks.resolve(sidecarName(kind, file, EXTENSION)).toAbsolutePath();
    ReentrantLock inJvm = IN_THIS_JVM.computeIfAbsent(path, unused -> new ReentrantLock());
    if (inJvm.isHeldByCurrentThread()) {
      throw new IllegalStateException("already locked by this thread: " + file);
    }
    takeInJvm(inJvm, wait, file);
    try {
      return takeInSystem(inJvm, path, System.nanoTime() + wait.toNanos(), file);
    } catch (StoreException | RuntimeException e) {
      inJvm.unlock();
      throw e;
    }
  }

  /// Whether a thread of this process holds this lock file: opening and closing it would drop the lock.
  static boolean isUsedHere(Path path) {
    ReentrantLock inJvm = IN_THIS_JVM.get(path.toAbsolutePath());
    return inJvm != null && inJvm.isLocked();
  }

  /// Deletes a lock file that nobody holds. Whoever waits for it just now sees the mark in it and begins anew.
  ///
  /// @param stillForNothing asked once more when the lock is held
  /// @return false when somebody holds it, or it is needed again
  static boolean retire(Path lockFile, FileOps ops, BooleanSupplier stillForNothing) throws IOException {
    Path path = lockFile.toAbsolutePath();
    ReentrantLock inJvm = IN_THIS_JVM.computeIfAbsent(path, unused -> new ReentrantLock());
    if (!inJvm.tryLock()) {
      return false;
    }
    try (FileChannel channel = ops.open(path, Set.of(StandardOpenOption.WRITE));
        FileLock lock = channel.tryLock()) {
      if (lock == null || channel.size() > 0 || !stillForNothing.getAsBoolean()) {
        return false;
      }
      ops.write(channel, ByteBuffer.wrap(RETIRED), 0);
      ops.delete(path);
      return true;
    } finally {
      inJvm.unlock();
    }
  }

  /// The name of a file that belongs to another one; a long name becomes a hash, so that it still fits.
  public static String sidecarName(String kind, String file, String extension) {
    boolean fits = SafeName.bytes(file) <= LONGEST_NAME;
    return kind + "-" + (fits ? file : Sha256.of(file)) + extension;
  }

  @Override
  public void close() {
    try (FileChannel closing = channel) {
      lock.release();
    } catch (IOException e) {
      Logger.warn(e, "a lock could not be released; it ends with this program");
    } finally {
      inJvm.unlock();
    }
  }

  private static void takeInJvm(ReentrantLock inJvm, Duration wait, String file) throws StoreException {
    try {
      if (!inJvm.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new StoreException(new StoreFailure.Busy(file));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(new StoreFailure.Busy(file), e);
    }
  }

  private static LockFile takeInSystem(ReentrantLock inJvm, Path path, long deadline, String file)
      throws StoreException {
    RegularFile.look(path);
    while (true) {
      FileChannel channel = null;
      try {
        channel = FileOps.DISK.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        FileLock lock = await(channel, deadline, file);
        if (channel.size() == 0 || revived(channel, path)) {
          return new LockFile(inJvm, channel, lock);
        }
        channel.close();
      } catch (IOException e) {
        Failures.closing(channel, e);
        throw Failures.writing(e, path);
      } catch (StoreException | RuntimeException e) {
        Failures.closing(channel, e);
        throw e;
      }
    }
  }

  private static FileLock await(FileChannel channel, long deadline, String file) throws IOException, StoreException {
    FileLock found = channel.tryLock();
    while (found == null) {
      if (System.nanoTime() - deadline >= 0) {
        throw new StoreException(new StoreFailure.Busy(file));
      }
      LockSupport.parkNanos(RETRY_NANOS);
      found = channel.tryLock();
    }
    return found;
  }

  /// A marked file that still has its name was left by one who died before he deleted it; it is used again. No call
  /// tells whether an open file still has its name, so it gets a length that no other file has.
  private static boolean revived(FileChannel channel, Path path) throws IOException {
    long length = RETIRED.length + 1L + ThreadLocalRandom.current().nextInt(1 << 30);
    FileOps.DISK.write(channel, ByteBuffer.wrap(RETIRED), length - RETIRED.length);
    boolean named = Files.exists(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) == length;
    FileOps.DISK.truncate(channel, named ? 0 : RETIRED.length);
    return named;
  }
}
