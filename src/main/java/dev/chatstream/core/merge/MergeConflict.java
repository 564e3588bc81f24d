package dev.chatstream.core.merge;

import java.util.List;

/// A row that both sides changed, each in its own way.
///
/// @param key which row: its id, or where it has none its text
/// @param index the number that people see
/// @param columns what differs; empty where one side changed the row and the other took it away
/// @param ours our values of these columns
/// @param theirs their values
/// @param text the row's text, as far as it is known
public record MergeConflict(
    String key, String index, List<String> columns, List<String> ours, List<String> theirs, String text) {

  /// What becomes of it.
  public enum Pick {
    /// Our values stay, theirs are in the record of the merge.
    OURS,
    /// Their values stay, ours are in the record of the merge.
    THEIRS,
    /// Both stay, the second ones in a row of their own below.
    BOTH
  }

  /// Whether one side changed the row and the other took it away.
  public boolean taken() {
    return columns.isEmpty();
  }
}
