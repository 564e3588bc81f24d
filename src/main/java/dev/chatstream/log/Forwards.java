package dev.chatstream.log;

import dev.chatstream.core.log.LogEntry;
import dev.chatstream.core.log.LogFilter;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.core.log.LogPage;
import dev.chatstream.core.log.LogPlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One page towards the end of a log.
///
/// @param parts the log's files, the newest first, at least one
record Forwards(List<LogFiles.Part> parts, int count, LogFilter filter, BooleanSupplier cancelled) {

  LogPage from(Optional<LogPlace> place) throws IOException {
    int index = place.map(known -> LogPages.index(parts, known.file())).orElse(parts.size() - 1);
    if (index < 0) {
      return read(parts.size() - 1, 0, place.isEmpty(), "another file stands there now");
    }
    long offset = place.map(LogPlace::offset).orElse(0L);
    return offset > parts.get(index).size()
        ? read(index, 0, false, "the file was cut short meanwhile")
        : read(index, offset, place.isEmpty(), "");
  }

  private LogPage read(int first, long begin, boolean start, String problem) throws IOException {
    List<LogEntry> found = new ArrayList<>();
    Optional<LogLine> unfinished = Optional.empty();
    long left = LogTail.BUDGET;
    int index = first;
    long offset = begin;
    boolean end = false;
    while (true) {
      boolean done;
      try (LogTail tail = LogPages.open(parts.get(index))) {
        LogTail.Page page = tail.after(offset, count - found.size(), filter, cancelled);
        found.addAll(LogPages.entries(parts.get(index).id(), page.entries()));
        left -= page.to() - offset;
        offset = page.to();
        done = tail.isEnd(offset);
        end = done && index == 0;
        unfinished = end ? tail.unfinished().filter(filter::matches) : unfinished;
      }
      if (!done || index == 0 || left <= 0 || found.size() >= count) {
        break;
      }
      index--;
      offset = 0;
    }
    LogPlace from = new LogPlace(parts.get(first).id(), begin);
    LogPlace to = new LogPlace(parts.get(index).id(), offset);
    int percent = LogPages.percent(parts, index, offset);
    return new LogPage(found, Optional.of(from), Optional.of(to), start, end, unfinished, percent, problem);
  }
}
