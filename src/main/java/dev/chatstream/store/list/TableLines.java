package dev.chatstream.store.list;

import dev.chatstream.core.table.TableView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which line of the screen's table is which row: the list as it is, or some of its rows in another order, with
/// headings between them. Four bytes a line; none for the list as it is.
final class TableLines {

  private static final int HEADING = RowOp.TOP + 2;

  private final TableView view;
  private final int[] lines;
  private final List<String> headings;
  private final int rows;

  private TableLines(TableView view, int[] lines, List<String> headings, int rows) {
    this.view = view;
    this.lines = lines;
    this.headings = headings;
    this.rows = rows;
  }

  /// The list as it is.
  static TableLines plain() {
    return new TableLines(TableView.ALL, null, List.of(), -1);
  }

  /// These rows.
  static TableLines of(TableView view, int[] rows) {
    return new TableLines(view, rows, List.of(), rows.length);
  }

  /// These rows, each group under its heading.
  ///
  /// @param begins where in the rows a group begins, ascending
  /// @param headings of each of them
  static TableLines of(TableView view, int[] rows, List<Integer> begins, List<String> headings) {
    int[] lines = new int[rows.length + headings.size()];
    int line = 0;
    int group = 0;
    for (int i = 0; i < rows.length; i++) {
      if (group < begins.size() && begins.get(group) == i) {
        lines[line++] = HEADING + group++;
      }
      lines[line++] = rows[i];
    }
    return new TableLines(view, lines, List.copyOf(headings), rows.length);
  }

  TableView view() {
    return view;
  }

  int size(ListTable table) {
    return lines == null ? table.rows() : lines.length;
  }

  /// How many rows are shown.
  int rows(ListTable table) {
    return lines == null ? table.rows() : rows;
  }

  /// The row of a line; the number of a heading is none of a row.
  int ref(ListTable table, int line) {
    return lines == null ? table.order().at(line) : lines[line];
  }

  boolean isHeading(int ref) {
    return ref >= HEADING && ref < HEADING + headings.size();
  }

  String heading(int ref) {
    return headings.get(ref - HEADING);
  }

  /// The line of a row; -1 when it is not shown.
  int line(ListTable table, int ref) {
    if (lines == null) {
      return table.order().place(ref);
    }
    for (int line = 0; line < lines.length; line++) {
      if (lines[line] == ref) {
        return line;
      }
    }
    return -1;
  }

  /// Without rows that are gone, and with those that are new behind the row that they follow in the list: what is too
  /// long to be looked through anew after each change.
  TableLines after(ListTable table, List<RowOp> ops) {
    if (lines == null) {
      return this;
    }
    List<RowOp.Add> adds = new ArrayList<>();
    for (RowOp op : ops) {
      if (op instanceof RowOp.Add add && table.order().has(add.ref())) {
        adds.add(add);
      }
    }
    int[] kept = Arrays.stream(lines).filter(ref -> isHeading(ref) || table.order().has(ref)).toArray();
    int[] all = kept;
    for (RowOp.Add add : adds) {
      all = withBehind(all, add);
    }
    return new TableLines(view, all, headings, all.length - headings.size());
  }

  private static int[] withBehind(int[] lines, RowOp.Add add) {
    int at = lines.length;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == add.ref()) {
        return lines;
      }
      at = lines[i] == add.behind() ? i + 1 : at;
    }
    int[] more = Arrays.copyOf(lines, lines.length + 1);
    System.arraycopy(lines, at, more, at + 1, lines.length - at);
    more[at] = add.ref();
    return more;
  }

  /// The same rows under other numbers.
  TableLines with(RowOp.Refs refs) {
    if (lines == null) {
      return this;
    }
    int[] moved = Arrays.stream(lines).map(ref -> isHeading(ref) ? ref : refs.of(ref, "")).toArray();
    boolean gone = Arrays.stream(moved).anyMatch(ref -> ref == OpenTable.GONE);
    return gone ? plain() : new TableLines(view, moved, headings, rows);
  }
}
