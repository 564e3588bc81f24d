package dev.chatstream.log;

import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A piece of a log file as records. Lines of another form (of another program, or damaged) belong to the record before
/// them; where there is none they are records without a time.
final class LogWindow {

  private static final int LONGEST_RECORD = 256 * 1024;

  private final byte[] bytes;
  private final long base;
  private final List<LogTail.Entry> entries = new ArrayList<>();
  private LogLine head;
  private long headFrom;
  private StringBuilder message;

  private LogWindow(byte[] bytes, long base) {
    this.bytes = bytes;
    this.base = base;
  }

  /// The records of these bytes, at least one.
  ///
  /// @param bytes not empty
  /// @param base the offset of the first byte in the file
  /// @param wholeStart whether a record starts at the first byte. If not, what stands before the first head is left
  ///     out, as it belongs to a record that starts earlier - unless nothing else is there.
  static List<LogTail.Entry> parse(byte[] bytes, long base, boolean wholeStart) {
    LogWindow window = new LogWindow(bytes, base);
    // A window that starts in the middle of a line: what is left of that line must not be taken for a record.
    window.read(wholeStart ? 0 : window.lineEnd(0), wholeStart);
    if (window.entries.isEmpty()) {
      // No record of this program begins here: lines of another one, of which the first may be a rest.
      int rest = wholeStart ? 0 : window.lineEnd(0);
      window.read(rest < bytes.length ? rest : 0, true);
    }
    return window.entries;
  }

  private void read(int from, boolean wholeStart) {
    int at = from;
    boolean inside = wholeStart;
    while (at < bytes.length) {
      int end = lineEnd(at);
      String text = text(at, end);
      Optional<LogLine> line = LineFormat.parse(text);
      boolean ours = head != null && !head.time().equals(Instant.EPOCH);
      boolean goesOn = line.map(this::continues).orElse(ours);
      inside |= line.isPresent() && !line.get().message().startsWith(LineFormat.CONTINUED);
      if (inside && goesOn && head != null && message.length() + text.length() < LONGEST_RECORD) {
        String more = line.map(found -> found.message().substring(LineFormat.CONTINUED.length())).orElse(text);
        message.append('\n').append(more);
      } else if (inside) {
        finish(at);
        begin(at, line.orElseGet(() -> new LogLine(Instant.EPOCH, "", LogLevel.INFO, "", -1, text)));
      }
      at = end;
    }
    finish(bytes.length);
  }

  private boolean continues(LogLine line) {
    return head != null
        && line.message().startsWith(LineFormat.CONTINUED)
        && line.time().equals(head.time())
        && line.logger().equals(head.logger())
        && line.level() == head.level()
        && line.method().equals(head.method())
        && line.line() == head.line();
  }

  private void begin(int at, LogLine line) {
    head = line;
    headFrom = base + at;
    message = new StringBuilder(line.message());
  }

  private void finish(int at) {
    if (head != null) {
      LogLine line = new LogLine(
          head.time(), head.logger(), head.level(), head.method(), head.line(), message.toString());
      entries.add(new LogTail.Entry(headFrom, base + at, line));
      head = null;
    }
  }

  /// The offset after the line's end.
  private int lineEnd(int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }

  private String text(int from, int to) {
    int end = to;
    while (end > from && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
