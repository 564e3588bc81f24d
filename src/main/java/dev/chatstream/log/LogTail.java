package dev.chatstream.log;

import dev.chatstream.core.log.LogFilter;
import dev.chatstream.core.log.LogLine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Reads a log file of any size by byte offset, in both directions, holding no more than what is asked for. Opening
/// reads nothing. For one thread at a time, a worker's; it may be interrupted, which ends no read half way.
///
/// A page is found by reading windows of the file, at most 16 MB a call: a search that finds little comes back
/// incomplete and is gone on with, so that a caller can show how far it is, or stop.
public final class LogTail implements AutoCloseable {

  private static final int WINDOW = 256 * 1024;
  static final long BUDGET = 16L * 1024 * 1024;

  private final RandomAccessFile file;
  private final String id;
  private final boolean growing;

  private LogTail(RandomAccessFile file, String id, boolean growing) {
    this.file = file;
    this.id = id;
    this.growing = growing;
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

  /// Opens a file that may still grow, however large, without reading from it.
  ///
  /// @throws IOException when there is no such file or it can't be read
  public static LogTail open(Path file) throws IOException {
    return open(file, true);
  }

  /// @param growing whether the last line may still be written; if not, it counts as whole
  static LogTail open(Path path, boolean growing) throws IOException {
    // Not a FileChannel: an interrupt in a read would close it.
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    try {
      // Afterwards: whoever found the same id before the file was opened knows that it is the one.
      return new LogTail(file, LogFiles.id(Files.readAttributes(path, BasicFileAttributes.class)), growing);
    } catch (IOException e) {
      file.close();
      throw e;
    }
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

  /// Which file it is, as [LogFiles#id] has it.
  String id() {
    return id;
  }

  /// Whether no whole line stands after this offset.
  boolean isEnd(long offset) throws IOException {
    return offset >= wholeLines(size());
  }

  /// What stands after the last line end, as if the line had ended; empty when nothing does.
  Optional<LogLine> unfinished() throws IOException {
    long end = size();
    long from = wholeLines(end);
    return from >= end
        ? Optional.empty()
        : Optional.of(LogWindow.parse(read(from, end), from, true).getFirst().line());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /// The end of the last whole line at `offset` or before it; `offset` itself when a window holds no line end.
  private long wholeLines(long offset) throws IOException {
    long end = Math.min(offset, size());
    if (!growing && end == size()) {
      return end;
    }
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
