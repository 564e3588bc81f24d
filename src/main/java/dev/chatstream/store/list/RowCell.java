package dev.chatstream.store.list;

/// A cell that was changed, and those of the same row that were changed before it: no more than what differs from the
/// file is kept in memory.
///
/// @param earlier null for none
record RowCell(int column, String text, RowCell earlier) {

  /// The text of this column in a row with these changes; null where it has none.
  static String text(RowCell newest, int column) {
    for (RowCell cell = newest; cell != null; cell = cell.earlier) {
      if (cell.column == column) {
        return cell.text;
      }
    }
    return null;
  }

  /// With another text in this column, without what it held before.
  static RowCell with(RowCell newest, int column, String text) {
    return new RowCell(column, text, without(newest, column));
  }

  private static RowCell without(RowCell newest, int column) {
    if (newest == null || newest.column == column) {
      return newest == null ? null : newest.earlier;
    }
    RowCell earlier = without(newest.earlier, column);
    return earlier == newest.earlier ? newest : new RowCell(newest.column, newest.text, earlier);
  }
}
