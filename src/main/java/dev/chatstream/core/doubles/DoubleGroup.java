package dev.chatstream.core.doubles;

import java.util.List;

/// Rows of a list that are doubles of its first one.
///
/// @param likeness that of the row that is least like the first
/// @param rows the first one is compared with itself; at most some hundred are named
/// @param count how many rows it has
public record DoubleGroup(Likeness likeness, List<DoubleRow> rows, int count) {

  /// Copies the list.
  public DoubleGroup {
    rows = List.copyOf(rows);
  }
}
