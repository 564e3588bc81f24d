package dev.chatstream.core.merge;

import java.util.List;

/// What merging gives.
///
/// @param columns ours, then theirs that hold anything
/// @param rows all rows, in our order; theirs stand behind the row that they follow on their side
/// @param changes what differs from our side, in the order of the rows
/// @param conflicts what both sides changed
/// @param doubledIndices indices that more than one row has
public record MergeResult(
    List<String> columns,
    List<MergeRow> rows,
    List<Change> changes,
    List<MergeConflict> conflicts,
    List<String> doubledIndices) {

  /// What happens to a row of ours.
  public enum Kind {
    /// It comes from the other side.
    ADDED,
    /// Cells of it change.
    CHANGED,
    /// The other side took it away, and it was not changed here.
    GONE,
    /// It is the other value of a conflict.
    KEPT_BESIDE
  }

  /// A row that is not as it is on our side.
  ///
  /// @param before null for one that comes in
  /// @param after null for one that goes
  public record Change(Kind kind, MergeRow before, MergeRow after) {}

  /// How many changes of this kind there are.
  public long count(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }
}
