package dev.chatstream.core.task;

import java.util.Map;

/// One row of a task list as it was read: every cell is the text of the file.
///
/// @param index the number that people see; -1 when the file's own is missing or not a number
/// @param cells all columns by name, in the file's order; `id`, `role`, `content`, ... and any the file adds
public record TaskRow(long index, Map<String, String> cells) {

  /// The text of this column, or empty when the list has no such column.
  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }
}
