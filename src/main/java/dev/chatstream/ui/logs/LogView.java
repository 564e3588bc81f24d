package dev.chatstream.ui.logs;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.log.LogEntry;
import dev.chatstream.core.log.LogFilter;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.core.log.LogPage;
import dev.chatstream.core.log.LogPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A window over a log of any size: some pages of it are here, those around what is looked at. What is far from there
/// is let go, and read again when it is wanted.
final class LogView {

  /// Records that are here at most, beside the screenful that is shown.
  static final int KEPT = 1_000;

  /// Lines that no file has: those of a log that can't be written.
  private static final int LOOSE = 200;

  private static final int PAGE = 200;

  private final List<LogEntry> entries = new ArrayList<>();
  private final List<LogLine> loose = new ArrayList<>();
  private Optional<LogLine> unfinished = Optional.empty();
  private String file = "";
  private LogFilter filter = new LogFilter(LogLevel.INFO, "");
  private Optional<LogPlace> from = Optional.empty();
  private Optional<LogPlace> to = Optional.empty();
  private boolean start;
  private boolean end;
  private boolean grown;
  private boolean begun;
  private boolean stopped;
  private long number;
  private Command.ReadLog asked;
  private boolean few;
  private int percent;
  private String problem = "";

  /// Shows this file from its end; an empty path is the program's own log.
  Command open(String path) {
    file = path;
    filter = new LogFilter(filter.atLeast(), "");
    loose.clear();
    return atEnd();
  }

  /// Shows lines that matter at least this much and hold this text, from the end.
  Command filter(LogLevel level, String words) {
    filter = new LogFilter(level, words);
    return atEnd();
  }

  /// Shows the end.
  Command atEnd() {
    clear();
    return ask(false, Optional.empty());
  }

  /// Shows the start.
  Command atStart() {
    clear();
    return ask(true, Optional.empty());
  }

  private void clear() {
    entries.clear();
    unfinished = Optional.empty();
    from = Optional.empty();
    to = Optional.empty();
    start = false;
    end = false;
    grown = false;
    stopped = false;
    few = false;
    percent = 0;
    problem = "";
  }

  private Command ask(boolean forwards, Optional<LogPlace> place) {
    begun = true;
    asked = new Command.ReadLog(file, place, forwards, PAGE, filter, ++number);
    return asked;
  }

  /// A line was logged.
  ///
  /// @return whether it is one of those that are wanted here
  boolean logged(Event.LogAppended event) {
    if (!file.isEmpty()) {
      return false;
    }
    grown |= event.inFile();
    boolean wanted = filter.matches(event.line());
    if (!event.inFile() && wanted) {
      loose.add(event.line());
      if (loose.size() > LOOSE) {
        loose.removeFirst();
      }
    }
    return wanted;
  }

  /// A page came.
  ///
  /// @return by how many rows the entries that stay have moved down; negative when the first ones were let go
  int take(Event.LogRead read) {
    if (!read.request().equals(asked)) {
      return 0;
    }
    asked = null;
    LogPage page = read.page();
    percent = page.percent();
    problem = page.problem();
    boolean all = read.request().forwards() ? page.end() : page.start();
    few = !all && page.entries().size() < PAGE;
    return read.request().forwards() ? later(read.request(), page) : earlier(read.request(), page);
  }

  private int earlier(Command.ReadLog request, LogPage page) {
    entries.addAll(0, page.entries());
    from = page.from().or(() -> from);
    start = page.start();
    if (request.place().isEmpty()) {
      to = page.to();
      end = true;
      unfinished = page.unfinished();
    }
    if (entries.size() > KEPT) {
      entries.subList(KEPT, entries.size()).clear();
      to = Optional.of(entries.getLast().to());
      end = false;
      unfinished = Optional.empty();
    }
    return page.entries().size();
  }

  private int later(Command.ReadLog request, LogPage page) {
    entries.addAll(page.entries());
    to = page.to().or(() -> to);
    end = page.end();
    unfinished = page.unfinished();
    if (request.place().isEmpty()) {
      from = page.from();
      start = true;
    }
    if (!page.entries().isEmpty()) {
      // The file can be written again.
      loose.clear();
    }
    int surplus = Math.max(0, entries.size() - KEPT);
    if (surplus > 0) {
      entries.subList(0, surplus).clear();
      from = Optional.of(entries.getFirst().from());
      start = false;
    }
    return -surplus;
  }

  /// What has to be read so that there is something to show around these rows; empty when it is here, or is being read.
  Optional<Command> wanted(int top, int height) {
    if (!begun) {
      return Optional.of(atEnd());
    }
    if (asked != null || stopped) {
      return Optional.empty();
    }
    if (end && grown && to.isEmpty()) {
      return Optional.of(atEnd());
    }
    if (!end && to.isPresent() && top + height >= size() || end && grown) {
      grown = false;
      return Optional.of(ask(true, to));
    }
    return top == 0 && !start ? Optional.of(ask(false, from)) : Optional.empty();
  }

  /// Reads on after a stop, and looks whether the file has grown.
  void resume() {
    stopped = false;
    grown |= end;
  }

  /// Ends a search that takes long.
  void stop() {
    asked = null;
    stopped = true;
  }

  /// True while more is being read.
  boolean reading() {
    return asked != null;
  }

  /// True while it is being read for longer than one page takes, because little passes the filter.
  boolean searching() {
    return asked != null && few;
  }

  /// True when a search was ended by the person.
  boolean stopped() {
    return stopped;
  }

  /// How much of the log has been looked through, of a hundred.
  int percent() {
    return percent;
  }

  /// What is wrong with the file; empty when all is well.
  String problem() {
    return problem;
  }

  String file() {
    return file;
  }

  /// True when the log's end is here.
  boolean end() {
    return end;
  }

  /// True when the log's start is here.
  boolean start() {
    return start;
  }

  LogFilter filter() {
    return filter;
  }

  int size() {
    return entries.size() + (end ? loose.size() + (unfinished.isPresent() ? 1 : 0) : 0);
  }

  LogLine line(int index) {
    if (index < entries.size()) {
      return entries.get(index).line();
    }
    int after = index - entries.size();
    return unfinished.isPresent() ? after == 0 ? unfinished.get() : loose.get(after - 1) : loose.get(after);
  }

  /// The record of this row, when it stands in a file.
  Optional<LogEntry> entry(int index) {
    return index < entries.size() ? Optional.of(entries.get(index)) : Optional.empty();
  }
}
