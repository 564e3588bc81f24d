package dev.chatstream.core.task;

import java.time.Instant;

/// What the picker shows of a list without reading all of it.
///
/// @param file its file name in `task_lists/`
/// @param bytes its size
/// @param changed when it was last written
/// @param lastIndex the largest index; 0 when it holds no row, -1 when that is not known
/// @param problem what is wrong with it, in words; empty when all is well
/// @param appendable whether rows can be added all the same
/// @param convertible whether it is of another kind, of which a copy can be made that rows can be added to
/// @param counts what is in it
public record TaskListSummary(
    String file, long bytes, Instant changed, long lastIndex, String problem, boolean appendable,
    boolean convertible, ListCounts counts) {

  /// One whose rows were not counted.
  public TaskListSummary(
      String file, long bytes, Instant changed, long lastIndex, String problem, boolean appendable,
      boolean convertible) {
    this(file, bytes, changed, lastIndex, problem, appendable, convertible, ListCounts.UNKNOWN);
  }

  /// The same with its rows counted.
  public TaskListSummary with(ListCounts counted) {
    return new TaskListSummary(file, bytes, changed, lastIndex, problem, appendable, convertible, counted);
  }
}
