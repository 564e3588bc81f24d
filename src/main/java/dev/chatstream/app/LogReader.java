package dev.chatstream.app;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.log.LogFilter;
import dev.chatstream.log.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tinylog.Logger;

/// Reads what earlier runs logged, page by page from the end, on virtual threads.
final class LogReader {

  private final EventBus<Event> bus;
  private final Path file;
  private final long end;

  /// Made before this run's first line is logged: what comes after is told live.
  LogReader(EventBus<Event> bus, Path file) {
    this.bus = bus;
    this.file = file;
    this.end = size(file);
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException unreadable) {
      return 0;
    }
  }

  void read(Command.ReadLog request) {
    Thread.ofVirtual().name("log-reader").start(() -> bus.publishEnding(page(request)));
  }

  private Event page(Command.ReadLog request) {
    long before = request.before() < 0 ? end : request.before();
    if (before == 0) {
      return new Event.LogRead(request, List.of(), 0, true);
    }
    try (LogTail tail = LogTail.open(file)) {
      LogFilter filter = new LogFilter(request.atLeast(), request.text());
      LogTail.Page page = tail.before(Math.min(before, tail.size()), request.count(), filter, () -> false);
      return new Event.LogRead(
          request, page.entries().stream().map(LogTail.Entry::line).toList(), page.from(), page.from() == 0);
    } catch (IOException e) {
      Logger.warn("the log can't be read back: {}", e.getMessage());
      return new Event.LogRead(request, List.of(), before, true);
    }
  }
}
