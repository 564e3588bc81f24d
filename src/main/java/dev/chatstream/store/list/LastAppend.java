package dev.chatstream.store.list;

import java.util.List;

/// All that taking the last append back needs, also in another run of the program.
///
/// @param undo what cuts it off again while it is the end of its list
/// @param created whether the list was made by it
/// @param rows what tells its rows from others; empty when there are too many to keep, or the list has no ids
/// @param added how many there are
public record LastAppend(AppendUndo undo, boolean created, List<RowMark> rows, int added) {

  /// More rows are not told from others: such an append is taken back while it is the end of its list.
  public static final int MOST_ROWS = 10_000;

  /// Copies the list.
  public LastAppend {
    rows = List.copyOf(rows);
  }
}
