package dev.chatstream.ui.lists;

import dev.chatstream.core.table.TableFacts;
import dev.chatstream.core.table.TableRow;
import dev.chatstream.core.table.TaskStatus;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Paints lines of the table: as many columns as there is room for, the text of the task in what is left.
final class TablePainter {

  private static final int STEP = 16;

  private final Look look;
  private int shift;

  TablePainter(Look look) {
    this.look = look;
  }

  /// Shows the text from this column on.
  void scrollTo(int column) {
    shift = column;
  }

  /// Moves the text to one side.
  boolean scroll(int steps) {
    shift = Math.max(0, shift + steps * STEP);
    return true;
  }

  void header(TableFacts facts, RowPainter painter) {
    CellStyle style = look.style(ThemeRole.TITLE);
    int at = painter.text(0, "  ", style);
    for (TablePlaces.Place place : TablePlaces.of(facts, painter.width())) {
      String title = place.key().equals("index")
          ? Columns.right(place.title(), place.width())
          : Columns.left(place.title(), place.width());
      at = painter.text(at, title + " ", style);
    }
    painter.fill(at, style);
  }

  void line(TableRow row, TableFacts facts, boolean current, boolean focused, RowPainter painter) {
    CellStyle style = look.style(current && focused ? ThemeRole.SELECTION : ThemeRole.TEXT);
    int at = painter.text(0, (current ? ">" : " ") + (row.marked() ? "*" : " "), style);
    if (row.isHeading()) {
      CellStyle title = look.style(current && focused ? ThemeRole.SELECTION : ThemeRole.TITLE);
      painter.fill(painter.text(at, row.heading(), title), title);
      return;
    }
    for (TablePlaces.Place place : TablePlaces.of(facts, painter.width())) {
      String cell = row.cell(place.column());
      at = painter.text(at, fitted(place, cell), look(place, cell, style, current && focused));
      at = painter.text(at, " ", style);
    }
    painter.fill(at, style);
  }

  private String fitted(TablePlaces.Place place, String cell) {
    return switch (place.key()) {
      case "index" -> Columns.right(cell, place.width());
      case "status" -> Columns.left(status(cell), place.width());
      case "content" -> {
        String line = oneLine(cell);
        String visible = line.substring(DisplayWidth.end(line, shift));
        yield Columns.left(Columns.cut(visible, place.width(), look.glyphs().more()), place.width());
      }
      default -> Columns.left(oneLine(cell), place.width());
    };
  }

  private CellStyle look(TablePlaces.Place place, String cell, CellStyle usual, boolean selected) {
    boolean status = place.key().equals("status") && !selected;
    if (status && cell.equals(TaskStatus.FAILED)) {
      return look.style(ThemeRole.ERROR);
    }
    return status && cell.equals(TaskStatus.DONE) ? look.style(ThemeRole.DIM) : usual;
  }

  /// What went wrong has to be seen without colours, too.
  private static String status(String cell) {
    return cell.equals(TaskStatus.FAILED) ? "FAIL" : cell;
  }

  private static String oneLine(String text) {
    return Sanitizer.line(text.replace('\n', ' ').strip());
  }

  void empty(int row, TableFacts facts, RowPainter painter) {
    String words = row != 1
        ? ""
        : facts.percent() < 100
            ? "  reading ..."
            : facts.rows() == 0
                ? "  No tasks in it."
                : "  No task matches.";
    painter.fill(painter.text(0, words, look.style(ThemeRole.PLACEHOLDER)), look.style(ThemeRole.TEXT));
  }

  /// The current row below the table: a rule with how many are marked, what it is, and how its text goes on.
  void detail(int row, TableFacts facts, Optional<TableRow> current, RowPainter painter) {
    if (row == 0) {
      String marked = facts.marked() == 0 ? "" : " " + Words.grouped(facts.marked()) + " marked ";
      int at = painter.text(0, marked, look.style(ThemeRole.ACCENT));
      painter.text(at, look.glyphs().line(painter.width() - at), look.style(ThemeRole.RULE));
      return;
    }
    String words = current.filter(one -> !one.isHeading())
        .map(one -> row == 1 ? facts(one, facts) : result(one, facts))
        .orElse("");
    String cut = Columns.cut(" " + words, painter.width(), look.glyphs().more());
    painter.fill(painter.text(0, cut, look.style(ThemeRole.DIM)), look.style(ThemeRole.DIM));
  }

  private String facts(TableRow row, TableFacts facts) {
    List<String> parts = new ArrayList<>();
    parts.add(row.cell(facts.column("index")));
    for (String column : List.of("status", "priority", "role", "due")) {
      add(parts, "", row.cell(facts.column(column)));
    }
    add(parts, "tags: ", row.cell(facts.column("tags")));
    add(parts, "category: ", row.cell(facts.column("category")));
    add(parts, "model: ", row.cell(facts.column("model")));
    parts.removeIf(part -> part.isBlank());
    return oneLine(String.join(" " + look.glyphs().dot() + " ", parts));
  }

  private static void add(List<String> parts, String name, String cell) {
    if (!cell.isEmpty()) {
      parts.add(name + cell);
    }
  }

  private static String result(TableRow row, TableFacts facts) {
    String result = oneLine(row.cell(facts.column("result")));
    String text = row.cell(facts.column("content"));
    int lines = (int) text.strip().lines().count();
    return result.isEmpty()
        ? lines > 1 ? Words.count(lines, "line").toLowerCase(Locale.ROOT) + " of text" : ""
        : "result: " + result;
  }
}
