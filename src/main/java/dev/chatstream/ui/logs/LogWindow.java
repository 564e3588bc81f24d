package dev.chatstream.ui.logs;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.log.LogEntry;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Panel;
import dev.chatstream.term.CellStyle;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.TopRule;
import dev.chatstream.ui.gui.PanelWindow;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import dev.chatstream.ui.widget.TextEditor;
import dev.chatstream.ui.widget.VirtualList;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The log: the newest line last, followed until somebody moves up. All that is shown is read from the files, a page at
/// a time, so that every line can be reached, back to the oldest file, and other files can be shown.
public final class LogWindow extends PanelWindow {

  private static final int LOGGER_WIDTH = 12;
  private static final int LEVEL_WIDTH = 5;
  private static final int RULE_PART = 24;

  private final Look look;
  private final TopRule rule;
  private final Consumer<Event> out;
  private final LogView view = new LogView();
  private final VirtualList list = new VirtualList();
  private final TextEditor filter = new TextEditor();
  private AppState state;
  private boolean alone = true;
  private boolean follow = true;
  private boolean typing;
  private int missed;
  private boolean shownOnce;

  /// An empty log.
  public LogWindow(Look look, AppState state, Consumer<Event> out) {
    super("Log");
    this.look = look;
    this.rule = new TopRule(look);
    this.state = state;
    this.out = out;
  }

  /// Tells whether this is the only window on the screen; beside the chat it draws the line between them.
  public void setAlone(boolean onlyOne) {
    alone = onlyOne;
    list.setHeight(rows());
    settle();
    if (shownOnce) {
      fetch();
    }
  }

  /// Shows this state.
  public void show(AppState newState) {
    boolean differs = state.focus() != newState.focus() || state.unreadWarnings() != newState.unreadWarnings();
    state = newState;
    if (differs && newState.focus() == Panel.LOG) {
      fetch();
    }
    if (differs) {
      markDirty();
    }
  }

  /// Takes what the log says.
  public void take(Event.FromLog event) {
    switch (event) {
      case Event.LogAppended appended -> {
        boolean wanted = view.logged(appended);
        missed += wanted && !follow ? 1 : 0;
        shownOnce = true;
        settle();
        fetch();
      }
      case Event.LogRead read -> {
        list.shift(view.take(read));
        settle();
        if (follow && !view.reading() && !view.end() && read.request().forwards()) {
          // Too far behind to read all that lies between.
          out.accept(new Event.Wanted(view.atEnd()));
        }
        fetch();
      }
      case Event.LogsListed listed -> {
        // A dialog shows them.
      }
    }
  }

  /// Shows this log file; an empty path is the program's own log.
  public void open(String path) {
    follow = true;
    missed = 0;
    filter.clear();
    out.accept(new Event.Wanted(view.open(path)));
    settle();
  }

  /// True while a filter is being typed.
  public boolean typing() {
    return typing && state.focus() == Panel.LOG;
  }

  @Override
  public boolean press(Key key) {
    return typing ? type(key) : command(key);
  }

  private boolean command(Key key) {
    Optional<Motion> motion = look.keys().motion(Context.LOG, key);
    if (motion.isEmpty()) {
      return false;
    }
    switch (motion.get()) {
      case BACK -> back();
      case ERRORS -> filter(LogLevel.ERROR, view.filter().text());
      case WARNINGS -> filter(LogLevel.WARN, view.filter().text());
      case INFOS -> filter(LogLevel.INFO, view.filter().text());
      case DEBUGS -> filter(LogLevel.DEBUG, view.filter().text());
      case TRACES -> filter(LogLevel.TRACE, view.filter().text());
      case FILTER -> typing = true;
      case CHOOSE -> choose();
      case FILES -> out.accept(new Event.LogsWanted());
      default -> move(motion.get());
    }
    markDirty();
    return true;
  }

  /// Out of one thing: a search that takes long, the filter, another file, the window.
  private void back() {
    if (view.searching()) {
      view.stop();
    } else if (!view.filter().text().isEmpty()) {
      filter.clear();
      filter(view.filter().atLeast(), "");
    } else if (!view.file().isEmpty()) {
      open("");
    } else {
      out.accept(new Event.BackToInput());
    }
  }

  private void choose() {
    if (list.current() < 0) {
      return;
    }
    Optional<LogEntry> cut = view.entry(list.current()).filter(LogEntry::cut);
    out.accept(cut.isPresent()
        ? new Event.Wanted(new Command.ReadRecord(view.file(), cut.get().from()))
        : new Event.RecordOpened(view.line(list.current())));
  }

  private void move(Motion motion) {
    if (motion == Motion.FIRST && !view.start()) {
      out.accept(new Event.Wanted(view.atStart()));
    } else if (motion == Motion.LAST && !view.end()) {
      out.accept(new Event.Wanted(view.atEnd()));
    }
    list.setRows(view.size(), row -> true);
    list.move(motion);
    boolean last = list.current() == view.size() - 1 && view.end();
    follow = motion == Motion.LAST || last && motion != Motion.FIRST;
    missed = follow ? 0 : missed;
    if (view.stopped() || last && !view.file().isEmpty()) {
      view.resume();
    }
    fetch();
  }

  private boolean type(Key key) {
    if (key.code() == KeyCode.ENTER || key.code() == KeyCode.ESCAPE) {
      typing = false;
    } else if (key.typed() || key.code() == KeyCode.PASTE) {
      filter.insert(key.text().replace('\n', ' '));
      filter(view.filter().atLeast(), filter.text());
    } else {
      return edit(key);
    }
    markDirty();
    return true;
  }

  /// @return false for a key that is no edit: it may mean something everywhere
  private boolean edit(Key key) {
    boolean edits = look.keys().motion(Context.INPUT, key)
        .filter(motion -> motion != Motion.NEW_LINE)
        .map(filter::move)
        .orElse(false);
    if (edits) {
      filter(view.filter().atLeast(), filter.text());
    }
    return edits;
  }

  private void filter(LogLevel level, String text) {
    follow = true;
    missed = 0;
    out.accept(new Event.Wanted(view.filter(level, text)));
    settle();
  }

  /// Reads what is missing around the rows that are shown; nothing while nobody sees them.
  private void fetch() {
    if (isVisible() || state.focus() == Panel.LOG) {
      view.wanted(list.top(), rows()).ifPresent(command -> out.accept(new Event.Wanted(command)));
    }
  }

  private void settle() {
    list.setRows(view.size(), row -> true);
    if (follow) {
      list.move(Motion.LAST);
    }
    markDirty();
  }

  private int rows() {
    return Math.max(1, height() - 1);
  }

  @Override
  public TerminalPosition cursor() {
    if (!typing) {
      return null;
    }
    filter.setWidth(Integer.MAX_VALUE);
    return new TerminalPosition(Math.min(width() - 1, (alone ? 0 : 1) + 9 + filter.caretColumn()), height() - 1);
  }

  @Override
  protected void paintRow(int row, RowPainter painter) {
    int from = alone ? 0 : painter.text(0, look.glyphs().vertical(), look.style(ThemeRole.RULE));
    if (row == 0) {
      paintRule(from, painter);
    } else if (typing && row == height() - 1) {
      int at = painter.text(from, " filter: ", look.style(ThemeRole.ACCENT));
      painter.fill(painter.text(at, filter.text(), look.style(ThemeRole.INPUT)), look.style(ThemeRole.INPUT));
    } else if (view.size() == 0) {
      String words = row == 2 ? "  " + nothing() : "";
      painter.fill(painter.text(from, words,
          look.style(ThemeRole.PLACEHOLDER)), look.style(ThemeRole.TEXT));
    } else {
      paintLine(list.top() + row - 1, from, painter);
    }
  }

  private String nothing() {
    if (view.searching()) {
      return "Searching, " + view.percent() + "%. " + look.keys().shown(Context.LOG, Motion.BACK) + " stops.";
    }
    if (view.reading()) {
      return "Reading ...";
    }
    if (view.stopped()) {
      return "Nothing in what was searched. " + look.keys().shown(Context.LOG, Motion.UP) + " goes on.";
    }
    String all = look.keys().shown(Context.LOG, Motion.TRACES) + " shows everything.";
    return view.problem().isEmpty() ? "Nothing logged at this level. " + all : "! " + view.problem();
  }

  private void paintRule(int from, RowPainter painter) {
    String text = view.filter().text().isEmpty() ? "" : ", \"" + shortened(view.filter().text()) + "\"";
    String right = name() + view.filter().atLeast().name().toLowerCase(Locale.ROOT) + text + ", " + standing();
    if (alone) {
      rule.all(painter, state, right);
    } else {
      String unread = state.unreadWarnings() > 0 ? " !" + state.unreadWarnings() : "";
      rule.one(painter, from, "3 Log" + unread, state.focus() == Panel.LOG, right);
    }
  }

  /// The file's name, when it is not the program's own log.
  private String name() {
    String file = view.file();
    return file.isEmpty() ? "" : shortened(file.substring(file.lastIndexOf('/') + 1)) + ", ";
  }

  /// So that how things stand has room after it.
  private String shortened(String text) {
    return Columns.cut(text, RULE_PART, look.glyphs().more());
  }

  private String standing() {
    if (view.searching()) {
      return "searching " + view.percent() + "%";
    }
    if (view.stopped()) {
      return "stopped at " + view.percent() + "%";
    }
    if (!view.problem().isEmpty()) {
      return view.problem();
    }
    if (follow) {
      return view.file().isEmpty() ? "follow" : "end";
    }
    return missed > 0 ? missed + " new" : "paused";
  }

  private void paintLine(int index, int from, RowPainter painter) {
    if (index >= view.size()) {
      painter.fill(from, look.style(ThemeRole.TEXT));
      return;
    }
    LogLine line = view.line(index);
    boolean current = index == list.current() && state.focus() == Panel.LOG;
    CellStyle style = look.style(current ? ThemeRole.SELECTION : role(line.level()));
    String sign = index == list.current() && !follow ? ">" : " ";
    boolean ours = !line.time().equals(Instant.EPOCH);
    int at = painter.text(from, sign + (ours ? time(line.time()) + " " : ""), style);
    if (alone && ours) {
      at = painter.text(at, Columns.left(line.level().name(), LEVEL_WIDTH) + " ", style);
      at = painter.text(at, Columns.left(line.logger(), LOGGER_WIDTH) + " ", style);
    }
    painter.fill(painter.text(at, line.message(), style), style);
  }

  private String time(Instant time) {
    String day = look.day(time, state.now());
    boolean today = day.equals(look.clock(time));
    return (today || !alone ? "" : day + " ") + look.clockWithSeconds(time);
  }

  private static ThemeRole role(LogLevel level) {
    return switch (level) {
      case ERROR -> ThemeRole.LOG_ERROR;
      case WARN -> ThemeRole.LOG_WARN;
      case INFO -> ThemeRole.LOG_INFO;
      case DEBUG -> ThemeRole.LOG_DEBUG;
      case TRACE -> ThemeRole.LOG_TRACE;
    };
  }
}
