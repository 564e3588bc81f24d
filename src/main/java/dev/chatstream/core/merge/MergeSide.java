package dev.chatstream.core.merge;

import java.util.List;

/// One version of a list.
///
/// @param columns what it can say at all: a column that it lacks was not emptied
public record MergeSide(List<String> columns, List<MergeRow> rows) {

  /// A version of which nothing is known.
  public static final MergeSide NONE = new MergeSide(List.of(), List.of());

  boolean has(String column) {
    return columns.contains(column);
  }
}
