package dev.chatstream.ui.lists;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.event.TableChoice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.state.TableState;
import dev.chatstream.core.table.TableFacts;
import dev.chatstream.core.table.TableRow;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.TopRule;
import dev.chatstream.ui.gui.PanelWindow;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.VirtualList;
import java.util.Optional;
import java.util.function.Consumer;

/// The tasks of one list, as many as there are: only the lines around those on the screen are ever here. The current
/// row stands in full below them where there is room.
public final class TableWindow extends PanelWindow {

  private static final int DETAIL_ROWS = 3;
  private static final int LEAST_FOR_DETAIL = 14;
  private static final int LEAST_FOR_HEADER = 11;

  private final Look look;
  private final TopRule rule;
  private final Consumer<Event> out;
  private final VirtualList list = new VirtualList();
  private final TableKeys keys;
  private final TablePainter painting;
  private final FilterBar filter;
  private AppState state;
  private TableState table = TableState.NONE;
  private TableCommand.ReadLines asked;
  private boolean alone = true;
  private int placedRows;

  /// A window that shows this state.
  public TableWindow(Look look, AppState state, Consumer<Event> out) {
    super("Task table");
    this.look = look;
    this.rule = new TopRule(look);
    this.out = out;
    this.state = state;
    this.keys = new TableKeys(out);
    this.painting = new TablePainter(look);
    this.filter = new FilterBar(look);
  }

  /// Tells whether it has the whole width.
  public void setAlone(boolean onlyOne) {
    if (alone != onlyOne || placedRows != height()) {
      alone = onlyOne;
      placedRows = height();
      settle();
    }
  }

  /// Shows this state.
  public void show(AppState newState) {
    boolean differs = table != newState.table()
        || state.focus() != newState.focus()
        || state.unreadWarnings() != newState.unreadWarnings();
    state = newState;
    if (!differs) {
      return;
    }
    boolean other = !table.file().equals(newState.table().file());
    boolean jumps = !other && table.changes() != newState.table().changes();
    asked = table.page() == newState.table().page() ? asked : null;
    String filtered = table.facts().view().filter();
    table = newState.table();
    if (other) {
      asked = null;
      list.setRows(0, line -> true);
      painting.scrollTo(0);
      filter.clear();
    }
    if (!filtered.equals(table.facts().view().filter())) {
      filter.follow(table.facts().view().filter());
    }
    settle();
    if (jumps) {
      list.select(table.line());
      settle();
    }
  }

  private void settle() {
    list.setHeight(bodyRows());
    list.setRows(table.facts().lines(), line -> true);
    fetch();
    markDirty();
  }

  /// True while a filter is being typed.
  public boolean typing() {
    return filter.typing() && state.focus() == Panel.LISTS && table.open();
  }

  @Override
  public TerminalPosition cursor() {
    return typing() ? new TerminalPosition(filter.caret(width()), 1) : null;
  }

  private boolean type(Key key) {
    String before = filter.text();
    boolean known = filter.press(key, table.facts());
    if (!filter.text().equals(before)) {
      showFiltered();
    }
    settle();
    return known;
  }

  private void showFiltered() {
    out.accept(new Event.Wanted(new TableCommand.Show(table.facts().view().filtered(filter.text().strip()))));
  }

  @Override
  public boolean press(Key key) {
    if (filter.typing()) {
      return type(key);
    }
    Optional<Motion> motion = look.keys().motion(Context.TABLE, key);
    if (motion.isEmpty()) {
      return false;
    }
    boolean known = switch (motion.get()) {
      case BACK -> back();
      case LEFT -> painting.scroll(-1);
      case RIGHT -> painting.scroll(1);
      case FILTER -> {
        filter.begin();
        settle();
        yield true;
      }
      case MARK -> mark(list.current(), list.current());
      case MARK_TO -> mark(keys.anchor(), list.current());
      default -> list.move(motion.get()) || keys.press(motion.get(), table, current());
    };
    fetch();
    markDirty();
    return known;
  }

  /// Out of one thing: the filter, the marks, then the table.
  private boolean back() {
    if (filter.shown()) {
      filter.clear();
      showFiltered();
      settle();
    } else if (table.facts().marked() > 0) {
      out.accept(new Event.Wanted(new TableCommand.Mark(0, Integer.MAX_VALUE, false)));
    } else {
      out.accept(new Event.Chosen(new TableChoice.CloseTable()));
    }
    return true;
  }

  private boolean mark(int from, int to) {
    keys.mark(from, to, current());
    if (from == to) {
      list.move(Motion.DOWN);
    }
    return true;
  }

  private Optional<TableRow> current() {
    int line = list.current();
    return line >= 0 && table.page().has(line) ? Optional.of(table.page().row(line)) : Optional.empty();
  }

  /// Reads what is missing around the lines that are shown: a page ahead in both directions.
  private void fetch() {
    int rows = bodyRows();
    int first = Math.max(0, list.top() - rows);
    int last = Math.min(table.facts().lines(), list.top() + 2 * rows) - 1;
    boolean here = last < first || table.page().has(first) && table.page().has(last);
    TableCommand.ReadLines wish = new TableCommand.ReadLines(Math.max(0, list.top() - 2 * rows), 5 * rows);
    if (table.open() && !here && !wish.equals(asked)) {
      asked = wish;
      out.accept(new Event.Wanted(wish));
    }
  }

  private int headRows() {
    return (height() >= LEAST_FOR_HEADER ? 2 : 1) + (filter.shown() ? 1 : 0);
  }

  private int detailRows() {
    return height() >= LEAST_FOR_DETAIL ? DETAIL_ROWS : 0;
  }

  private int bodyRows() {
    return Math.max(1, height() - headRows() - detailRows());
  }

  @Override
  protected void paintRow(int row, RowPainter painter) {
    int body = row - headRows();
    if (row == 0) {
      paintRule(painter);
    } else if (row == 1 && filter.shown()) {
      filter.paint(table.facts(), painter);
    } else if (body < 0) {
      painting.header(table.facts(), painter);
    } else if (body >= bodyRows()) {
      painting.detail(body - bodyRows(), table.facts(), current(), painter);
    } else if (table.facts().lines() == 0) {
      painting.empty(body, table.facts(), painter);
    } else {
      paintLine(list.top() + body, painter);
    }
  }

  private void paintLine(int line, RowPainter painter) {
    boolean here = table.page().has(line);
    if (line >= table.facts().lines() || !here) {
      painter.fill(0, look.style(ThemeRole.TEXT));
      return;
    }
    boolean focused = state.focus() == Panel.LISTS;
    painting.line(table.page().row(line), table.facts(), line == list.current(), focused, painter);
  }

  private void paintRule(RowPainter painter) {
    TableFacts facts = table.facts();
    String dot = " " + look.glyphs().dot() + " ";
    String counts = facts.percent() < 100
        ? "reading " + facts.percent() + "%"
        : facts.column("status") < 0
            ? Words.count(facts.rows(), "row")
            : Words.grouped(facts.open()) + " open of " + Words.grouped(facts.rows());
    String right = (alone ? table.file() + dot : "") + counts + (facts.percent() < 100
        ? ""
        : dot + "saved "
            + look.day(facts.saved(), state.now()));
    if (alone) {
      rule.all(painter, state, right);
    } else {
      rule.one(painter, 0, table.file(), state.focus() == Panel.LISTS, right);
    }
  }
}
