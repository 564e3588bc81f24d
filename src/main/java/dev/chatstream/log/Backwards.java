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

/// One page towards the start of a log.
///
/// @param parts the log's files, the newest first, at least one
record Backwards(List<LogFiles.Part> parts, int count, LogFilter filter, BooleanSupplier cancelled) {

  LogPage from(Optional<LogPlace> place) throws IOException {
    int index = place.map(known -> LogPages.index(parts, known.file())).orElse(0);
    if (index < 0 || place.filter(known -> known.offset() > parts.get(index).size()).isPresent()) {
      String problem = index < 0 ? "what stood before is gone" : "the file was cut short meanwhile";
      return new LogPage(List.of(), place, place, true, false, Optional.empty(), 100, problem);
    }
    return read(index, place);
  }

  private LogPage read(int first, Optional<LogPlace> place) throws IOException {
    List<LogEntry> found = new ArrayList<>();
    Optional<LogPlace> to = Optional.empty();
    Optional<LogLine> unfinished = Optional.empty();
    long left = LogTail.BUDGET;
    int index = first;
    long offset = place.map(LogPlace::offset).orElse(Long.MAX_VALUE);
    long at = 0;
    while (index < parts.size()) {
      try (LogTail tail = LogPages.open(parts.get(index))) {
        LogTail.Page page = tail.before(Math.min(offset, tail.size()), count - found.size(), filter, cancelled);
        found.addAll(0, LogPages.entries(parts.get(index).id(), page.entries()));
        if (to.isEmpty()) {
          to = Optional.of(new LogPlace(parts.get(index).id(), page.to()));
          unfinished = place.isEmpty() ? tail.unfinished().filter(filter::matches) : unfinished;
        }
        at = page.from();
        left -= page.to() - at;
      }
      if (at > 0 || left <= 0 || found.size() >= count || index == parts.size() - 1) {
        break;
      }
      index++;
      offset = Long.MAX_VALUE;
    }
    boolean start = at == 0 && index == parts.size() - 1;
    int percent = 100 - LogPages.percent(parts, index, at);
    LogPlace from = new LogPlace(parts.get(index).id(), at);
    return new LogPage(found, Optional.of(from), to, start, place.isEmpty(), unfinished, percent, "");
  }
}
