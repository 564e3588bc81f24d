package dev.chatstream.core.task;

import java.util.List;

/// How many rows of a list are in which category.
///
/// @param counts the largest first; rows in none come last, under an empty name
/// @param labels those that the file of rules knows, in its order
/// @param problems what is wrong in the file of rules, with its place
/// @param refusal why no category can be written, in words; empty when one can
public record CategoryCounts(
    String list, List<Count> counts, List<String> labels, List<String> problems, String refusal) {

  /// One category.
  ///
  /// @param open how many of its rows are todo or doing
  public record Count(String label, long rows, long open) {}

  /// Copies the lists.
  public CategoryCounts {
    counts = List.copyOf(counts);
    labels = List.copyOf(labels);
    problems = List.copyOf(problems);
  }

  /// The rows of the largest one; at least 1.
  public long largest() {
    return Math.max(1, counts.stream().mapToLong(Count::rows).max().orElse(1));
  }
}
