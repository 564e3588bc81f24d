package dev.chatstream.log;

import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;

/// Starts and stops the log of this process. Before the start and after the stop whatever is said is let go at once:
/// nothing is kept and nothing reaches standard output or standard error.
///
/// The first use of `org.tinylog.Logger` loads tinylog, which takes tens of milliseconds: start on a worker, after the
/// first frame.
public final class Logging {

  private static volatile LogThread current;
  private static volatile LogLevel threshold = LogLevel.INFO;

  private Logging() {}

  /// Begins to write to a file. The file is opened by the log's own thread, so this never waits for the disk; a file
  /// that can't be written is told through `tap`, once, and tried again with each later batch of records.
  /// An earlier start is stopped first.
  ///
  /// @param logFile the newest file; older ones stand beside it as `NAME.1` to `NAME.4`
  /// @param level the least weighty level that is kept
  /// @param tap is told of every kept record
  public static void start(Path logFile, LogLevel level, LogTap tap) {
    begin(new RollingFile(logFile), level, tap);
  }

  /// Begins to write to a stream, for the command line where no screen is up. The stream is never closed.
  ///
  /// @param out such as standard error; one that blocks holds up the log's thread only
  /// @param level the least weighty level that is shown
  public static void startOn(OutputStream out, LogLevel level) {
    begin(new StreamSink(out), level, (line, inFile) -> {});
  }

  /// Changes what is kept, from the next record on.
  public static void level(LogLevel level) {
    threshold = Objects.requireNonNull(level);
  }

  /// The least weighty level that is kept.
  public static LogLevel level() {
    return threshold;
  }

  /// How many records were let go since the start because the log could not keep up; 0 when nothing is started.
  public static long dropped() {
    LogThread running = current;
    return running == null ? 0 : running.dropped();
  }

  /// Writes what waits, for at most two seconds, and ends the log's thread. Does nothing when nothing is started.
  public static synchronized void stop() {
    LogThread running = current;
    current = null;
    if (running != null) {
      running.stop();
    }
  }

  private static synchronized void begin(LogSink sink, LogLevel level, LogTap tap) {
    stop();
    level(level);
    current = LogThread.start(sink, tap);
  }

  static boolean enabled(LogLevel level) {
    return current != null && level.compareTo(threshold) <= 0;
  }

  /// Whether a record of this level would be taken now; counted as dropped when not.
  static boolean admits(LogLevel level) {
    LogThread running = current;
    return running != null && enabled(level) && running.admits(level);
  }

  static void accept(LogLine line) {
    LogThread running = current;
    if (running != null) {
      running.accept(line);
    }
  }
}
