package dev.chatstream.core.state;

import dev.chatstream.core.task.CategoryCounts;
import dev.chatstream.core.task.CategoryProposal;
import java.util.List;
import java.util.Optional;

/// What is known of the categories of a list while they are looked at.
///
/// @param counts empty while they are being read
/// @param sorting what rules or a model propose; empty when nobody was asked
public record CategoryState(Optional<CategoryCounts> counts, Optional<Sorting> sorting) {

  /// Before anything was looked at.
  public static final CategoryState NOTHING = new CategoryState(Optional.empty(), Optional.empty());

  /// Proposals that are on their way, or here.
  ///
  /// @param model who makes them; empty for the rules
  /// @param done rows that were looked at
  /// @param total rows that are to be
  /// @param proposals once they are here
  /// @param problem why they are not all; empty when they are
  public record Sorting(
      long number, String model, int done, int total, Optional<List<CategoryProposal>> proposals, String problem) {

    /// Whether they are on their way.
    public boolean coming() {
      return proposals.isEmpty();
    }
  }

  /// With these counts.
  public CategoryState with(CategoryCounts read) {
    return new CategoryState(Optional.of(read), sorting);
  }

  /// With other proposals.
  public CategoryState with(Optional<Sorting> other) {
    return new CategoryState(counts, other);
  }
}
