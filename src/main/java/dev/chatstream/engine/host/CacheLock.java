package dev.chatstream.engine.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One fetcher at a time: two programs that start together download once.
final class CacheLock implements AutoCloseable {
  private static final long RETRY_MILLIS = 100;

  private final FileChannel channel;
  private final FileLock lock;

  private CacheLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /// Waits for the lock until it has it or is interrupted. The system gives it back when a holder dies.
  static CacheLock take(EngineCache cache) throws IOException, InterruptedException {
    Path file = cache.folder().resolve("fetch.lock");
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = attempt(channel);
      while (lock == null) {
        Thread.sleep(RETRY_MILLIS);
        lock = attempt(channel);
      }
      return new CacheLock(channel, lock);
    } catch (IOException | InterruptedException e) {
      channel.close();
      throw e;
    }
  }

  private static FileLock attempt(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      lock.release();
    }
  }
}
