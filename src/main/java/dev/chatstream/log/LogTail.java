package dev.chatstream.log;

import dev.chatstream.core.log.LogLine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Reads a log file of any size by byte offset, in both directions, holding no more than what is asked for. Opening
/// reads nothing. For one thread at a time, a worker's; it may be interrupted, which ends no read half way.
///
/// A page is found by reading windows of the file, at most 16 MB a call: a search that finds little comes back
/// incomplete and is gone on with, so that a caller can show how far it is, or stop.
public final class LogTail implements AutoCloseable {

  private static final int WINDOW = 256 * 1024;
  private static final long BUDGET = 16L * 1024 * 1024;

  private final Path path;
  private RandomAccessFile file;
  private Object key;
  private long seen;

  private LogTail(Path path) {
    this.path = path;
  }

  /// A record and where in the file it stands.
  ///
  /// @param from the offset of its first byte
  /// @param to the offset after its last one
  public record Entry(long from, long to, LogLine line) {}

  /// What one reading found, in the order of the file.
  ///
  /// @param from where to go on backwards: the start of the earliest record that was looked at
  /// @param to where to go on forwards: the end of the latest record that was looked at
  /// @param complete whether as many as were asked for were found, or an end of the file was reached; if not, the
  ///     reading was cancelled or has used up its budget: go on from `from` or `to`
  public record Page(List<Entry> entries, long from, long to, boolean complete) {}

  /// Opens the file, however large, without reading from it.
  ///
  /// @throws IOException when there is no such file or it can't be read
  public static LogTail open(Path file) throws IOException {
    LogTail tail = new LogTail(file);
    tail.reopen();
    return tail;
  }

  /// The size of the open file in bytes; grows while it is written to.
  public long size() throws IOException {
    return file.length();
  }

  /// The newest records. A line that is still being written is left for [#after].
  public Page last(int count, LogFilter filter, BooleanSupplier cancelled) throws IOException {
    return before(size(), count, filter, cancelled);
  }

  /// The nearest records that end at `offset` or before it.
  ///
  /// @param offset from an earlier page, or the size of the file
  /// @param count how many are wanted
  /// @param cancelled asked before each window of the file
  public Page before(long offset, int count, LogFilter filter, BooleanSupplier cancelled) throws IOException {
    List<Entry> found = new ArrayList<>();
    long end = wholeLines(offset);
    long at = end;
    while (at > 0 && found.size() < count && end - at < BUDGET && !cancelled.getAsBoolean()) {
      long start = Math.max(0, at - WINDOW);
      List<Entry> window = LogWindow.parse(read(start, at), start, start == 0);
      at = window.getFirst().from();
      List<Entry> wanted = new ArrayList<>(window);
      wanted.removeIf(entry -> !filter.matches(entry.line()));
      found.addAll(0, wanted);
    }
    if (found.size() > count) {
      found = new ArrayList<>(found.subList(found.size() - count, found.size()));
      at = found.getFirst().from();
    }
    return new Page(found, at, end, at == 0 || found.size() >= count);
  }

  /// The nearest records that begin at `offset` or after it; with the `to` of the newest page this follows the file.
  ///
  /// @param offset from an earlier page, or 0
  /// @param count how many are wanted
  /// @param cancelled asked before each window of the file
  public Page after(long offset, int count, LogFilter filter, BooleanSupplier cancelled) throws IOException {
    List<Entry> found = new ArrayList<>();
    long end = wholeLines(size());
    long at = Math.min(offset, end);
    long first = at;
    while (at < end && found.size() < count && at - first < BUDGET && !cancelled.getAsBoolean()) {
      long stop = Math.min(end, at + WINDOW);
      List<Entry> window = LogWindow.parse(read(at, stop), at, true);
      if (stop < end && window.size() > 1) {
        // The last record may go on in the next window.
        window = window.subList(0, window.size() - 1);
      }
      for (Entry entry : window) {
        if (found.size() < count) {
          at = entry.to();
          if (filter.matches(entry.line())) {
            found.add(entry);
          }
        }
      }
    }
    return new Page(found, first, at, at >= end || found.size() >= count);
  }

  /// Whether the path holds another file than the open one by now, or the open one was cut short: then what was read is
  /// history, and [#reopen] leads to the new one. False while there is no file at all.
  public boolean rolled() throws IOException {
    if (!Files.exists(path)) {
      return false;
    }
    long size = size();
    boolean cut = size < seen;
    seen = size;
    Object now = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    return cut || (now != null && !now.equals(key));
  }

  /// Goes over to the file that the path holds now; offsets begin at 0 again.
  public void reopen() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      // A pipe would hold up the reader for good.
      throw new FileNotFoundException(path + " is no ordinary file");
    }
    // Not a FileChannel: an interrupt in a read would close it.
    RandomAccessFile opened = new RandomAccessFile(path.toFile(), "r");
    close();
    file = opened;
    key = attributes.fileKey();
    seen = 0;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  /// The end of the last whole line at `offset` or before it; `offset` itself when a window holds no line end.
  private long wholeLines(long offset) throws IOException {
    long end = Math.min(offset, size());
    long start = Math.max(0, end - WINDOW);
    byte[] bytes = read(start, end);
    for (int i = bytes.length - 1; i >= 0; i--) {
      if (bytes[i] == '\n') {
        return start + i + 1;
      }
    }
    return start == 0 ? 0 : end;
  }

  private byte[] read(long from, long to) throws IOException {
    byte[] bytes = new byte[(int) (to - from)];
    file.seek(from);
    file.readFully(bytes);
    return bytes;
  }
}
