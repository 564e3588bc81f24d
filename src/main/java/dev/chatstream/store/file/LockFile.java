package dev.chatstream.store.file;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps all other processes and threads off a file while it is read and written. The lock is on a file of its own,
/// opened nowhere else: closing any channel on a file would drop the process's locks on it. A lock file stays when it
/// is released; deleting it would let two processes lock two files of one name.
public final class LockFile implements AutoCloseable {

  /// How long a caller waits before it is told that the file is in use.
  public static final Duration WAIT = Duration.ofSeconds(5);

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
    Path path = locks.resolve(sidecarName(kind, file, ".lock")).toAbsolutePath();
    ReentrantLock inJvm = IN_THIS_JVM.computeIfAbsent(path, unused -> new ReentrantLock());
    if (inJvm.isHeldByCurrentThread()) {
      throw new IllegalStateException("already locked by this thread: " + file);
    }
    long deadline = System.nanoTime() + wait.toNanos();
    takeInJvm(inJvm, wait, file);
    FileChannel channel = null;
    try {
      RegularFile.look(path);
      channel = FileOps.DISK.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
      return new LockFile(inJvm, channel, takeInSystem(channel, deadline, file));
    } catch (IOException e) {
      letGo(inJvm, channel, e);
      throw Failures.writing(e, path);
    } catch (StoreException | RuntimeException e) {
      letGo(inJvm, channel, e);
      throw e;
    }
  }

  /// The name of a file that belongs to another one; a long name becomes a hash, so that it still fits.
  public static String sidecarName(String kind, String file, String extension) {
    boolean fits = SafeName.bytes(file) <= LONGEST_NAME;
    return kind + "-" + (fits ? file : Fingerprint.hex(file)) + extension;
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("a lock could not be released", e);
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

  private static FileLock takeInSystem(FileChannel channel, long deadline, String file)
      throws IOException, StoreException {
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

  private static void letGo(ReentrantLock inJvm, FileChannel channel, Exception error) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      error.addSuppressed(e);
    } finally {
      inJvm.unlock();
    }
  }
}
