package dev.chatstream.log;

import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The log's own thread: takes records from the queue, takes secrets out, writes them to the sink in batches and
/// hands each to the tap. A platform thread, because a slow disk would hold a virtual thread's carrier.
final class LogThread {

  private static final int RECORDS = 8192;
  private static final long CHARACTERS = 8L << 20;
  private static final int BATCH = 64 * 1024;
  private static final Duration LAST_WRITE = Duration.ofSeconds(2);

  private final LogQueue queue = new LogQueue(RECORDS, CHARACTERS);
  private final LogSink sink;
  private final LogTap tap;
  private final List<LogLine> inBatch = new ArrayList<>();
  private final StringBuilder batch = new StringBuilder();
  private Thread thread;
  private boolean failing;

  private LogThread(LogSink sink, LogTap tap) {
    this.sink = sink;
    this.tap = tap;
  }

  static LogThread start(LogSink sink, LogTap tap) {
    LogThread log = new LogThread(sink, tap);
    log.thread = Thread.ofPlatform().daemon().name("log").start(log::run);
    return log;
  }

  boolean admits(LogLevel level) {
    return queue.admits(level);
  }

  void accept(LogLine line) {
    queue.offer(line);
  }

  long dropped() {
    return queue.dropped();
  }

  /// Waits for the last records to be written, but not for a disk that hangs: the thread is a daemon.
  void stop() {
    queue.close();
    try {
      thread.join(LAST_WRITE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (sink) {
      List<LogLine> lines = queue.take();
      while (!lines.isEmpty()) {
        lines.forEach(this::add);
        tellDropped();
        flush();
        lines = queue.take();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      tell(LogLevel.ERROR, "The log could not be closed: " + e);
    }
  }

  private void add(LogLine line) {
    String clean = Secrets.redact(line.message());
    LogLine shown = clean.equals(line.message())
        ? line
        : new LogLine(line.time(), line.logger(), line.level(), line.method(), line.line(), clean);
    render(shown);
    if (batch.length() >= BATCH) {
      flush();
    }
  }

  private void render(LogLine line) {
    LineFormat.render(line, batch);
    inBatch.add(line);
  }

  private void flush() {
    if (batch.isEmpty()) {
      return;
    }
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(batch.toString());
    batch.setLength(0);
    batch.trimToSize();
    try {
      sink.write(bytes);
      failing = false;
      tapBatch(true);
    } catch (IOException e) {
      tapBatch(false);
      // Told once, not with each batch: the tap leads to the screen.
      if (!failing) {
        tell(LogLevel.ERROR, "The log can't be written, records are lost until it can: " + e);
      }
      failing = true;
    }
  }

  /// After the write: whoever is told finds the records in the file.
  private void tapBatch(boolean inFile) {
    inBatch.forEach(line -> tap.logged(line, inFile));
    inBatch.clear();
  }

  private void tellDropped() {
    Map<LogLevel, Long> dropped = queue.takeDropped();
    if (!dropped.isEmpty()) {
      String what = dropped.entrySet().stream()
          .map(entry -> entry.getValue() + " " + entry.getKey())
          .collect(Collectors.joining(", "));
      render(own(LogLevel.WARN, "Dropped because the log could not keep up: " + what));
    }
  }

  private void tell(LogLevel level, String message) {
    tap.logged(own(level, message), false);
  }

  private static LogLine own(LogLevel level, String message) {
    return new LogLine(Instant.now(), "LogThread", level, "run", -1, message);
  }
}
