package dev.chatstream.store.legacy;

import java.util.List;

/// A row of a table as it was read.
///
/// @param line the line of the file where it begins, from 1
/// @param cells its cells; a blank line has none
/// @param quoting what is wrong with its quotes, in words; empty when nothing is
record LooseRow(long line, List<String> cells, String quoting) {

  /// Whether there is no text in it at all.
  boolean empty() {
    return cells.stream().allMatch(String::isBlank);
  }
}
