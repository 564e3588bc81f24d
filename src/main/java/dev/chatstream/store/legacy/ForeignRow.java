package dev.chatstream.store.legacy;

import java.util.Map;

/// One row as it was read.
///
/// @param line the line of the file where it begins, from 1
/// @param cells by the list's names, in their order; with more cells than names also `column 5` and so on
/// @param doubt why it may be otherwise, in words; empty when it was read for certain
/// @param broken whether the file is damaged here, not only ambiguous
public record ForeignRow(long line, Map<String, String> cells, String doubt, boolean broken) {

  /// Stands for a character that could not be read.
  public static final char UNREADABLE = '\uFFFD';

  /// The text of this column, or empty when the row has none.
  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }
}
