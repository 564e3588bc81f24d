package dev.chatstream.core.table;

/// Which rows are shown, and in which order.
///
/// @param filter as it is typed; empty for all rows
/// @param sort the column that they are sorted by; empty for the list's own order
/// @param down whether the largest comes first
/// @param group the column whose equal cells stand together under a heading; empty for none
public record TableView(String filter, String sort, boolean down, String group) {

  /// All rows as they are in the list.
  public static final TableView ALL = new TableView("", "", false, "");

  /// Keeping other rows.
  public TableView filtered(String text) {
    return new TableView(text, sort, down, group);
  }

  /// In another order.
  public TableView sorted(String column, boolean largestFirst) {
    return new TableView(filter, column, largestFirst, group);
  }

  /// With other groups.
  public TableView grouped(String column) {
    return new TableView(filter, sort, down, column);
  }

  /// Whether it is the list as it is.
  public boolean plain() {
    return equals(ALL);
  }
}
