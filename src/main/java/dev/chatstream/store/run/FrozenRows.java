package dev.chatstream.store.run;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.RegularFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// The rows of a run as they were when it was planned. Only their places are in memory, eight bytes each. Thread-safe;
/// an interrupt does it no harm, as it would to a channel.
public final class FrozenRows implements AutoCloseable {

  private final Path path;
  private final RandomAccessFile file;
  private final long[] ends;

  private FrozenRows(Path path, RandomAccessFile file, long[] ends) {
    this.path = path;
    this.file = file;
    this.ends = ends;
  }

  /// @param count how many there have to be
  static FrozenRows open(Path path, int count) throws StoreException {
    long[] ends = ends(path, count);
    try {
      return new FrozenRows(path, new RandomAccessFile(path.toFile(), "r"), ends);
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }

  private static long[] ends(Path path, int count) throws StoreException {
    long[] ends = new long[count];
    int found = 0;
    try (FileChannel channel = RegularFile.openToRead(path);
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16)) {
      long at = 0;
      for (int b = in.read(); b >= 0 && found < count; b = in.read()) {
        at++;
        if (b == '\n') {
          ends[found++] = at;
        }
      }
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
    if (found < count) {
      throw damaged(path, "it ends after " + found + " of " + count + " rows");
    }
    return ends;
  }

  /// How many there are.
  public int count() {
    return ends.length;
  }

  /// A row, from 0.
  public FrozenRow row(int number) throws StoreException {
    long from = number == 0 ? 0 : ends[number - 1];
    byte[] line = new byte[(int) (ends[number] - from - 1)];
    synchronized (file) {
      try {
        file.seek(from);
        file.readFully(line);
      } catch (IOException e) {
        throw Failures.reading(e, path);
      }
    }
    return RunRecordJson.row(line).orElseThrow(() -> damaged(path, "row " + (number + 1) + " is damaged"));
  }

  private static StoreException damaged(Path path, String reason) {
    return new StoreException(new StoreFailure.Unreadable("runs/" + path.getParent().getFileName() + "/"
        + path.getFileName(), reason));
  }

  @Override
  public void close() throws StoreException {
    try {
      file.close();
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }
}
