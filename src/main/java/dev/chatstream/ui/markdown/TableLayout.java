package dev.chatstream.ui.markdown;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;

/// A table as aligned columns two spaces apart. One that is too wide gets narrower columns whose cells are wrapped;
/// with too many columns even for that, each row becomes a small list of `heading: value`. On a page that does not wrap
/// it goes on beyond the page, up to a bound: hostile tables have cells of any width.
final class TableLayout {

  private static final int GAP = 2;
  private static final int NARROWEST = 6;
  private static final int WIDEST = 400;

  private final List<List<InkedText>> rows = new ArrayList<>();
  private final List<TableCell.Alignment> alignments = new ArrayList<>();
  private final Page page;

  private TableLayout(TableBlock table, Page page) {
    this.page = page;
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        rows.add(row(row));
      }
    }
  }

  /// The lines of a table.
  static List<Line> of(TableBlock table, Page page) {
    TableLayout layout = new TableLayout(table, page);
    int columns = layout.alignments.size();
    int narrowest = columns * (NARROWEST + GAP) - GAP;
    return narrowest > layout.room() ? layout.list() : layout.columns();
  }

  private int room() {
    return page.wraps() ? page.width() : Math.max(page.width(), WIDEST);
  }

  private List<InkedText> row(Node row) {
    List<InkedText> cells = new ArrayList<>();
    for (Node node = row.getFirstChild(); node instanceof TableCell cell; node = node.getNext()) {
      cells.add(InlineLayout.of(cell, cell.isHeader() ? Ink.of(ThemeRole.HEADING) : Ink.TEXT));
      if (rows.isEmpty()) {
        alignments.add(cell.getAlignment());
      }
    }
    return cells;
  }

  private List<Line> columns() {
    int[] widths = widths();
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      lines.addAll(row(rows.get(row), widths));
      if (row == 0) {
        lines.add(rule(widths));
      }
    }
    return lines;
  }

  /// Natural widths where they fit; else the widest ones give until they do.
  private int[] widths() {
    int[] widths = new int[alignments.size()];
    for (List<InkedText> row : rows) {
      for (int column = 0; column < Math.min(widths.length, row.size()); column++) {
        widths[column] = Math.max(widths[column], row.get(column).columns());
      }
    }
    int over = GAP * (widths.length - 1) - room();
    for (int width : widths) {
      over += width;
    }
    for (; over > 0; over--) {
      int widest = 0;
      for (int column = 1; column < widths.length; column++) {
        widest = widths[column] > widths[widest] ? column : widest;
      }
      widths[widest]--;
    }
    return widths;
  }

  private List<Line> row(List<InkedText> cells, int[] widths) {
    List<List<Line>> wrapped = new ArrayList<>();
    int height = 1;
    for (int column = 0; column < widths.length; column++) {
      List<Line> cell = column < cells.size() && !cells.get(column).isEmpty()
          ? cells.get(column).wrapped(Math.max(1, widths[column]))
          : List.of(Line.EMPTY);
      wrapped.add(cell);
      height = Math.max(height, cell.size());
    }
    List<Line> lines = new ArrayList<>();
    for (int at = 0; at < height; at++) {
      lines.add(line(wrapped, widths, at));
    }
    return lines;
  }

  private Line line(List<List<Line>> cells, int[] widths, int at) {
    List<Line.Run> runs = new ArrayList<>();
    int owed = 0;
    for (int column = 0; column < widths.length; column++) {
      Line cell = at < cells.get(column).size() ? cells.get(column).get(at) : Line.EMPTY;
      int free = widths[column] - DisplayWidth.of(cell.text().stripTrailing());
      int left = switch (alignments.get(column)) {
        case RIGHT -> free;
        case CENTER -> free / 2;
        case null, default -> 0;
      };
      if (!cell.runs().isEmpty()) {
        runs.add(new Line.Run(" ".repeat(Math.max(0, owed + left)), Ink.TEXT));
        runs.addAll(cell.runs());
        owed = widths[column] - left - DisplayWidth.of(cell.text());
      } else {
        owed += widths[column];
      }
      owed += GAP;
    }
    return Line.of(runs);
  }

  private Line rule(int[] widths) {
    StringBuilder rule = new StringBuilder();
    for (int width : widths) {
      rule.append(rule.isEmpty() ? "" : " ".repeat(GAP)).append(page.glyphs().line(width));
    }
    return Line.of(rule.toString(), Ink.of(ThemeRole.RULE));
  }

  private List<Line> list() {
    List<Line> lines = new ArrayList<>();
    for (int row = 1; row < rows.size(); row++) {
      if (row > 1) {
        lines.add(Line.EMPTY);
      }
      for (int column = 0; column < Math.min(alignments.size(), rows.get(row).size()); column++) {
        lines.addAll(entry(rows.getFirst().get(column), rows.get(row).get(column)));
      }
    }
    return lines;
  }

  private List<Line> entry(InkedText heading, InkedText value) {
    InkedText both = new InkedText();
    heading.wrapped(Integer.MAX_VALUE).getFirst().runs().forEach(run -> both.append(run.text(), run.ink()));
    both.append(": ", Ink.DIM);
    value.wrapped(Integer.MAX_VALUE).getFirst().runs().forEach(run -> both.append(run.text(), run.ink()));
    return both.wrapped(page.width());
  }
}
