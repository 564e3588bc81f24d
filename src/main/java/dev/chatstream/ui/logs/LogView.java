package dev.chatstream.ui.logs;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The lines that the log window can show: those of this run, of which the newest are kept, and before them as many
/// from the file as were asked for. Both pass the filter.
final class LogView {

  /// Lines of this run that are kept; all are in the file.
  static final int KEPT = 2_000;
  private static final int PAGE = 200;

  private final Deque<LogLine> live = new ArrayDeque<>();
  private List<LogLine> older = new ArrayList<>();
  private List<LogLine> shown = new ArrayList<>();
  private LogLevel atLeast = LogLevel.INFO;
  private String text = "";
  private long from = -1;
  private boolean complete;
  private Command.ReadLog asked;

  /// A line was logged.
  ///
  /// @return whether it passes the filter
  boolean add(LogLine line) {
    live.addLast(line);
    if (live.size() > KEPT) {
      LogLine oldest = live.removeFirst();
      if (shown.size() > older.size() && shown.get(older.size()) == oldest) {
        shown.remove(older.size());
      }
    }
    boolean passes = passes(line);
    if (passes) {
      shown.add(line);
    }
    return passes;
  }

  /// Older lines came from the file.
  ///
  /// @return how many were put before those that were there
  int addOlder(Event.LogRead read) {
    if (!read.request().equals(asked)) {
      return 0;
    }
    asked = null;
    from = read.from();
    complete = read.complete();
    older = joined(read.lines(), older);
    shown = joined(read.lines(), shown);
    return read.lines().size();
  }

  /// What to ask for so that more older lines come; empty when all are here or on their way.
  Optional<Command> more() {
    if (complete || asked != null) {
      return Optional.empty();
    }
    asked = new Command.ReadLog(from, PAGE, atLeast, text);
    return Optional.of(asked);
  }

  /// Shows lines that matter at least this much and hold this text.
  void filter(LogLevel level, String words) {
    atLeast = level;
    text = words;
    older = new ArrayList<>();
    from = -1;
    complete = false;
    asked = null;
    shown = new ArrayList<>(live.stream().filter(this::passes).toList());
  }

  LogLevel atLeast() {
    return atLeast;
  }

  String text() {
    return text;
  }

  int size() {
    return shown.size();
  }

  LogLine line(int index) {
    return shown.get(index);
  }

  private boolean passes(LogLine line) {
    return line.level().compareTo(atLeast) <= 0
        && (text.isEmpty() || holds(line.message()) || holds(line.logger()) || holds(line.method()));
  }

  private boolean holds(String part) {
    return part.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private static List<LogLine> joined(List<LogLine> first, List<LogLine> second) {
    List<LogLine> all = new ArrayList<>(first.size() + second.size());
    all.addAll(first);
    all.addAll(second);
    return all;
  }
}
