package dev.chatstream.core.table;

import java.time.Instant;
import java.util.List;

/// What is known of an open table beside its rows.
///
/// @param columns of the list, in the file's order
/// @param rows of the list
/// @param open how many of them have something to do
/// @param lines how many lines are shown: rows and headings
/// @param shown how many rows are shown
/// @param marked how many rows are marked
/// @param percent how much of the list is read; 100 when all is
/// @param view which rows are shown
/// @param undo what would be taken back next, in words; empty for nothing
/// @param redo what would be done again next; empty for nothing
/// @param saved when the last change was on the disk, or the file was written
/// @param layout which columns are shown, and how
public record TableFacts(
    List<String> columns, int rows, int open, int lines, int shown, int marked, int percent, TableView view,
    String undo, String redo, Instant saved, TableColumns layout) {

  /// Of a table of which nothing is known yet.
  public static final TableFacts NONE =
      new TableFacts(List.of(), 0, 0, 0, 0, 0, 0, TableView.ALL, "", "", Instant.EPOCH, TableColumns.USUAL);

  /// Copies the columns.
  public TableFacts {
    columns = List.copyOf(columns);
  }

  /// Where this column is; -1 when the list has none.
  public int column(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).strip().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }
}
