package dev.chatstream.ui.dialog;

import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.LibraryState;
import dev.chatstream.core.state.TalkState.Making;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.core.task.TaskScope;
import dev.chatstream.core.task.TaskSplit;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Paints the screen that makes rows of a chat.
final class ToTasksPainter {

  /// Columns of the names of fields.
  static final int LABEL = 6;

  private static final int SHOWN = 200;

  private final Look look;
  private final ToTasksLists lists;
  private final ToTasksChoice choice;
  private final ToTasksRows rows;

  ToTasksPainter(Look look, ToTasksLists lists, ToTasksChoice choice, ToTasksRows rows) {
    this.look = look;
    this.lists = lists;
    this.choice = choice;
    this.rows = rows;
  }

  /// Paints a row of the body, from 0.
  void row(
      int row, ToTasksPlan plan, int left, int width, int height, ToTasksDialog.Field field, AppState state,
      RowPainter painter) {
    int foot = height - plan.foot();
    if (row >= foot) {
      foot(row - foot, plan, left, width, state, painter);
    } else if (plan.rule() && row == foot - 1) {
      cell(painter, left, width, look.glyphs().line(width), ThemeRole.RULE);
    } else if (plan.wide()) {
      int at = left + plan.left();
      side(row, foot - 1, plan, left, field, state, painter);
      cell(painter, at, 2, look.glyphs().vertical(), ThemeRole.RULE);
      chosen(row, plan, left + plan.column(), width - plan.column(), field, state, painter);
    } else if (row < plan.scope()) {
      list(row, plan, left, width, field, state, painter);
    } else {
      chosen(row, plan, left, width, field, state, painter);
    }
  }

  private CellStyle style(ThemeRole role) {
    return look.style(role);
  }

  private void cell(RowPainter painter, int column, int width, String text, ThemeRole role) {
    painter.text(column, Columns.left(text, width), style(role));
  }

  /// The lists at the left, and below them the last rows of the chosen one.
  private void side(
      int row, int height, ToTasksPlan plan, int left, ToTasksDialog.Field field, AppState state,
      RowPainter painter) {
    int width = plan.left() - 1;
    if (row <= plan.lists()) {
      list(row, plan, left, width, field, state, painter);
      painter.text(left + width, " ", style(ThemeRole.DIALOG));
      return;
    }
    List<TaskRow> last = rows.drafts().comparison().last();
    int room = height - plan.lists() - 2;
    int from = Math.max(0, last.size() - room);
    int index = from + row - plan.lists() - 2;
    String text = row == plan.lists() + 1
        ? (last.isEmpty() ? "" : "Its last rows")
        : index < last.size() ? words(last.get(index)) : "";
    String fitted = Columns.cut(text, plan.left() - 1, look.glyphs().more());
    cell(painter, left, plan.left(), fitted, row == plan.lists() + 1 ? ThemeRole.TITLE : ThemeRole.DIM);
  }

  private static String words(TaskRow row) {
    String content = row.cell("content");
    String start = content.substring(0, Math.min(SHOWN, content.length())).strip().replace('\n', ' ');
    return (row.index() < 0 ? "?" : String.valueOf(row.index())) + "  " + Sanitizer.line(start);
  }

  private void list(
      int row, ToTasksPlan plan, int left, int width, ToTasksDialog.Field field, AppState state,
      RowPainter painter) {
    boolean focused = field == ToTasksDialog.Field.INTO;
    if (row == 0) {
      int at = painter.text(left, Columns.left("Into", LABEL), style(focused ? ThemeRole.FOCUS : ThemeRole.ACCENT));
      String shown = plan.lists() == 0
          ? lists.name() + lists.current().map(one -> (lists.name().isEmpty() ? "" : "  ") + label(one)).orElse("")
          : lists.name();
      painter.text(at, Columns.left(shown, width - LABEL), style(ThemeRole.INPUT));
      return;
    }
    lists.setHeight(plan.lists());
    int index = lists.top() + row - 1;
    if (index >= lists.size()) {
      cell(painter, left, width, lists.size() == 0 && row == 1 ? none(state.library()) : "", ThemeRole.PLACEHOLDER);
      return;
    }
    ToTasksTarget target = lists.get(index);
    boolean current = lists.isCurrent(index);
    CellStyle style = style(!target.takes() ? ThemeRole.DIM : current ? ThemeRole.SELECTION : ThemeRole.DIALOG);
    String right =
        !target.doubt().isEmpty() ? target.doubt() : target.lastIndex() > 0 ? "to " + target.lastIndex() : "";
    int rightWidth = Math.min(DisplayWidth.of(Columns.cut(right, width)), width * 2 / 3);
    String text = (current ? "> " : "  ") + label(target);
    int at = painter.text(left, Columns.left(Columns.cut(text, width - rightWidth - 1, look.glyphs().more()),
        width - rightWidth), style);
    painter.text(at, Columns.right(Columns.cut(right, rightWidth, look.glyphs().more()), rightWidth), style);
  }

  private static String label(ToTasksTarget target) {
    return target.create() ? "new list: " + target.list() : target.list();
  }

  private static String none(LibraryState library) {
    return library.listsRead() ? "No task lists yet. Type a name to make one." : "Reading ...";
  }

  private void chosen(
      int row, ToTasksPlan plan, int left, int width, ToTasksDialog.Field field, AppState state,
      RowPainter painter) {
    if (row == plan.scope()) {
      options("From", choice.scopes(), choice.scope(), scope -> title(scope, state), left, width,
          field == ToTasksDialog.Field.FROM, painter);
    } else if (row == plan.scope() + 1) {
      options("Row", choice.splits(), choice.split(), TaskSplit::title, left, width,
          field == ToTasksDialog.Field.SPLIT, painter);
    } else if (row < plan.rows()) {
      cell(painter, left, width, look.glyphs().line(width), ThemeRole.RULE);
    } else {
      rows(row - plan.rows(), plan, left, width, field, state, painter);
    }
  }

  private static String title(TaskScope scope, AppState state) {
    return scope == TaskScope.MARKED ? state.talk().marked().size() + " " + scope.title() : scope.title();
  }

  /// All choices where they fit, else the one of the moment.
  private <T> void options(
      String name, List<T> all, T chosen, Function<T, String> title, int left, int width, boolean focused,
      RowPainter painter) {
    StringBuilder text = new StringBuilder();
    for (T each : all) {
      text.append(each == chosen ? "(*) " : "( ) ").append(title.apply(each)).append("  ");
    }
    String words = text.toString().stripTrailing();
    if (DisplayWidth.of(words) > width - LABEL) {
      words = "< " + title.apply(chosen) + " >  " + (all.indexOf(chosen) + 1) + "/" + all.size();
    }
    int at = painter.text(left, Columns.left(name, LABEL), style(focused ? ThemeRole.FOCUS : ThemeRole.ACCENT));
    painter.text(at, Columns.left(words, width - LABEL), style(focused ? ThemeRole.SELECTION : ThemeRole.DIALOG));
  }

  private void rows(
      int row, ToTasksPlan plan, int left, int width, ToTasksDialog.Field field, AppState state,
      RowPainter painter) {
    if (rows.drafts().rows().isEmpty()) {
      WrappedText words = WrappedText.of(Sanitizer.lines(empty(state)), width);
      cell(painter, left, width, row < words.lines() ? words.line(row) : "", ThemeRole.PLACEHOLDER);
    } else {
      rows.paint(row, plan.rowsHigh(), left, width, first(), field == ToTasksDialog.Field.ROWS, painter);
    }
  }

  private String empty(AppState state) {
    if (choice.split() == TaskSplit.MODEL) {
      return ToTasksWords.model(state, choice, look);
    }
    return choice.split() == TaskSplit.ITEM || choice.split() == TaskSplit.NESTED
        ? "There is no list in what is chosen. A paragraph a row does it."
        : "There is nothing in what is chosen.";
  }

  /// The number that the first new row gets; -1 when that is not known.
  private long first() {
    Optional<ToTasksTarget> target = lists.current();
    if (target.isEmpty() || target.get().create()) {
      return 1;
    }
    long compared = rows.drafts().comparison().lastIndex();
    long last = compared >= 0 ? compared : target.get().lastIndex();
    return last < 0 ? -1 : last + 1;
  }

  private void foot(int row, ToTasksPlan plan, int left, int width, AppState state, RowPainter painter) {
    String words = ToTasksWords.sentence(rows.drafts(), lists.current(), first());
    String problem = state.talk().making().map(Making::problem).orElse("");
    String all = rows.drafts().rows().isEmpty() ? "" : problem.isEmpty() ? words : words + " " + problem;
    WrappedText lines = WrappedText.of(Sanitizer.lines(all), width);
    boolean more = row == plan.foot() - 1 && lines.lines() > plan.foot();
    String line = row < lines.lines() ? lines.line(row) : "";
    String cut = more ? Columns.cut(line + lines.line(row + 1), width, look.glyphs().more()) : line;
    cell(painter, left, width, cut, ThemeRole.DIALOG);
  }
}
