package dev.chatstream.ui.logs;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The log: the newest line last, followed until somebody moves up; older lines come from the file as they are wanted.
public final class LogWindow extends PanelWindow {

  private static final int LOGGER_WIDTH = 12;
  private static final int LEVEL_WIDTH = 5;

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
  }

  /// Shows this state.
  public void show(AppState newState) {
    boolean differs = state.focus() != newState.focus() || state.unreadWarnings() != newState.unreadWarnings();
    state = newState;
    if (differs && newState.focus() == Panel.LOG) {
      fetchWhenAtTop();
    }
    if (differs) {
      markDirty();
    }
  }

  /// Takes what the log says.
  public void take(Event.FromLog event) {
    switch (event) {
      case Event.LogAppended appended -> {
        boolean shown = view.add(appended.line());
        missed += shown && !follow ? 1 : 0;
        if (shown) {
          settle();
        }
      }
      case Event.LogRead read -> {
        int before = view.addOlder(read);
        settle();
        if (before > 0 && !follow) {
          list.select(list.current() + before);
        }
        fetchWhenAtTop();
      }
    }
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
      case ERRORS -> filter(LogLevel.ERROR, view.text());
      case WARNINGS -> filter(LogLevel.WARN, view.text());
      case INFOS -> filter(LogLevel.INFO, view.text());
      case DEBUGS -> filter(LogLevel.DEBUG, view.text());
      case TRACES -> filter(LogLevel.TRACE, view.text());
      case FILTER -> typing = true;
      case CHOOSE -> current().ifPresent(line -> out.accept(new Event.RecordOpened(line)));
      default -> move(motion.get());
    }
    markDirty();
    return true;
  }

  private void back() {
    if (view.text().isEmpty()) {
      out.accept(new Event.ActionTriggered(Action.CHAT));
    } else {
      filter.clear();
      filter(view.atLeast(), "");
    }
  }

  private void move(Motion motion) {
    list.move(motion);
    follow = list.current() == view.size() - 1;
    missed = follow ? 0 : missed;
    fetchWhenAtTop();
  }

  private boolean type(Key key) {
    if (key.code() == KeyCode.ENTER || key.code() == KeyCode.ESCAPE) {
      typing = false;
    } else if (key.typed() || key.code() == KeyCode.PASTE) {
      filter.insert(key.text().replace('\n', ' '));
      filter(view.atLeast(), filter.text());
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
      filter(view.atLeast(), filter.text());
    }
    return edits;
  }

  private void filter(LogLevel level, String text) {
    view.filter(level, text);
    follow = true;
    missed = 0;
    settle();
    fetchWhenAtTop();
  }

  private void fetchWhenAtTop() {
    if (list.top() == 0) {
      view.more().ifPresent(command -> out.accept(new Event.Wanted(command)));
    }
  }

  private void settle() {
    list.setRows(view.size(), row -> true);
    if (follow) {
      list.move(Motion.LAST);
    }
    markDirty();
  }

  private Optional<LogLine> current() {
    return list.current() < 0 ? Optional.empty() : Optional.of(view.line(list.current()));
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
      String words = row == 2 ? "  Nothing logged at this level. 5 shows everything." : "";
      painter.fill(painter.text(from, words, look.style(ThemeRole.PLACEHOLDER)), look.style(ThemeRole.TEXT));
    } else {
      paintLine(list.top() + row - 1, from, painter);
    }
  }

  private void paintRule(int from, RowPainter painter) {
    String level = view.atLeast().name().toLowerCase(Locale.ROOT);
    String text = view.text().isEmpty() ? "" : ", \"" + view.text() + "\"";
    String right = level + text + ", " + (follow ? "follow" : missed > 0 ? missed + " new" : "paused");
    if (alone) {
      rule.all(painter, state, right);
    } else {
      String unread = state.unreadWarnings() > 0 ? " !" + state.unreadWarnings() : "";
      rule.one(painter, from, "3 Log" + unread, state.focus() == Panel.LOG, right);
    }
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
    int at = painter.text(from, sign + look.clockWithSeconds(line.time()) + " ", style);
    if (alone) {
      at = painter.text(at, Columns.left(line.level().name(), LEVEL_WIDTH) + " ", style);
      at = painter.text(at, Columns.left(line.logger(), LOGGER_WIDTH) + " ", style);
    }
    painter.fill(painter.text(at, line.message(), style), style);
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
