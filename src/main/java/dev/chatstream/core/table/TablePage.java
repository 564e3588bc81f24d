package dev.chatstream.core.table;

import java.util.List;

/// Lines of the table that follow each other.
///
/// @param from the place of the first one in what is shown, from 0
public record TablePage(int from, List<TableRow> rows) {

  /// Nothing.
  public static final TablePage NONE = new TablePage(0, List.of());

  /// Copies the rows.
  public TablePage {
    rows = List.copyOf(rows);
  }

  /// Whether the line at this place is here.
  public boolean has(int place) {
    return place >= from && place < from + rows.size();
  }

  /// The line at this place.
  public TableRow row(int place) {
    return rows.get(place - from);
  }
}
