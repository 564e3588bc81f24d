package dev.chatstream.core.table;

import java.util.List;

/// One line of the table on the screen: a row, or the heading of a group of rows.
///
/// @param ref by what the table knows the row; means nothing elsewhere
/// @param heading what the rows below have in common; empty for a row
/// @param marked whether the person marked it
/// @param cells its cells in the order of the list's columns, each cut to what a screen can hold
public record TableRow(int ref, String heading, boolean marked, List<String> cells) {

  /// Copies the cells.
  public TableRow {
    cells = List.copyOf(cells);
  }

  /// Whether it is a heading.
  public boolean isHeading() {
    return !heading.isEmpty();
  }

  /// A cell; empty where there is none.
  ///
  /// @param column its place; below 0 for a column that the list doesn't have
  public String cell(int column) {
    return column < 0 || column >= cells.size() ? "" : cells.get(column);
  }
}
