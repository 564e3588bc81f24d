package dev.chatstream.store.file;

import dev.chatstream.core.watch.Timing;
import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Adds bytes to the end of a file, all of them or none: after an error they are taken away again. They are written
/// where the end is at that very moment, so that a lock that was granted twice costs nobody a byte. Used by one thread
/// at a time, which holds the file's lock.
public final class AppendFile {

  private static final Set<StandardOpenOption> APPEND = Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  private static final Set<StandardOpenOption> BOTH = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final FileOps ops;
  private final AtomicFile atomic;

  /// A failed force has said that what was written is lost, and the next one may not say so again: these files are
  /// written anew before anything is added to them.
  private final Set<Path> doubtful = new HashSet<>();

  /// What could not be taken away after an error.
  private final Map<Path, Unwanted> unwanted = new HashMap<>();

  private record Unwanted(long end, byte[] bytes) {}

  /// @param ops [FileOps#DISK] outside tests
  public AppendFile(FileOps ops) {
    this.ops = ops;
    this.atomic = new AtomicFile(ops);
  }

  /// Has to be called before the file is opened for an append. What an append that failed has left is taken away, and a
  /// file whose last force failed is written anew, under its name.
  public void settle(Path file) throws StoreException {
    Unwanted left = unwanted.get(file);
    if ((left != null || doubtful.contains(file)) && RegularFile.look(file).isEmpty()) {
      unwanted.remove(file);
      doubtful.remove(file);
      return;
    }
    if (left != null) {
      try {
        takeBack(file, left.end, left.bytes);
      } catch (IOException e) {
        throw Failures.writing(e, file);
      }
      unwanted.remove(file);
    }
    renewDoubtful(file);
  }

  private void renewDoubtful(Path file) throws StoreException {
    if (doubtful.contains(file)) {
      try (FileChannel old = RegularFile.openToRead(file)) {
        long length = old.size();
        atomic.replace(file, out -> RegularFile.copy(old, 0, length, out));
      } catch (IOException e) {
        throw Failures.reading(e, file);
      }
      doubtful.remove(file);
    }
  }

  /// Appends and forces.
  ///
  /// @param end how long the file is
  /// @throws IOException when it was not done; then nothing of it is in the file, unless the error carries a
  ///     suppressed one
  public void append(Path file, long end, byte[] bytes) throws IOException {
    long begun = System.nanoTime();
    boolean written = false;
    try (FileChannel channel = ops.open(file, APPEND)) {
      ops.append(channel, ByteBuffer.wrap(bytes));
      written = true;
      ops.force(channel, false);
      Timings.PROCESS.done(Timing.APPEND, begun);
    } catch (IOException | RuntimeException e) {
      takeBackAfter(e, file, end, bytes, written);
      throw e;
    }
  }

  /// Cuts the file and forces it, in a new file when its last force failed.
  public void cut(Path file, FileChannel channel, long length) throws IOException, StoreException {
    ops.truncate(channel, length);
    if (doubtful.contains(file)) {
      renewDoubtful(file);
      return;
    }
    try {
      ops.force(channel, false);
    } catch (IOException e) {
      doubtful.add(file);
      throw e;
    }
  }

  /// An interrupt closes a file, often after all of it was written; so the file is opened once more, uninterrupted.
  private void takeBackAfter(Exception error, Path file, long end, byte[] bytes, boolean forceFailed) {
    boolean interrupted = Thread.interrupted();
    if (forceFailed) {
      doubtful.add(file);
    }
    try {
      takeBack(file, end, bytes);
    } catch (IOException | StoreException e) {
      error.addSuppressed(e);
      unwanted.put(file, new Unwanted(end, bytes));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void takeBack(Path file, long end, byte[] bytes) throws IOException, StoreException {
    try (FileChannel channel = ops.open(file, BOTH)) {
      if (isOurs(channel, end, bytes)) {
        cut(file, channel, end);
      }
    }
  }

  /// Whether all beyond the old end is what this append wrote, and not somebody else's.
  private static boolean isOurs(FileChannel channel, long end, byte[] bytes) throws IOException {
    long more = channel.size() - end;
    if (more <= 0 || more > bytes.length) {
      return false;
    }
    ByteBuffer found = ByteBuffer.allocate((int) more);
    while (found.hasRemaining() && channel.read(found, end + found.position()) >= 0) {
      // A read may bring less than was asked for.
    }
    return Arrays.equals(found.array(), 0, (int) more, bytes, 0, (int) more);
  }
}
