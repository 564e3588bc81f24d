package dev.chatstream.core.state;

import dev.chatstream.core.task.Comparison;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What lies between the chat and the lists that are made of it.
///
/// @param marked the messages that are marked
/// @param asked the number of the last wish to compare, or to have tasks made
/// @param compared how the new rows compare with their list
/// @param making the tasks that a model makes; empty when it was not asked
/// @param categories those of the list that is looked at
public record TalkState(
    Set<UUID> marked, long asked, Comparison compared, Optional<Making> making, CategoryState categories) {

  /// Before anything happened.
  public static final TalkState NOTHING = new TalkState(Set.of(), 0, Comparison.NONE, Optional.empty(),
      CategoryState.NOTHING);

  /// Tasks that a model makes.
  ///
  /// @param characters how much it has written
  /// @param tasks when it is done
  /// @param problem why they are not all; empty when they are, or are still coming
  public record Making(
      long number, String model, Instant begun, long characters, Optional<List<String>> tasks, String problem) {

    /// Whether the model is at it.
    public boolean coming() {
      return tasks.isEmpty();
    }
  }

  /// With this message marked, or no more.
  public TalkState flip(UUID message) {
    Set<UUID> others = new LinkedHashSet<>(marked);
    if (!others.remove(message)) {
      others.add(message);
    }
    return new TalkState(Set.copyOf(others), asked, compared, making, categories);
  }

  /// With nothing marked.
  public TalkState unmarked() {
    return new TalkState(Set.of(), asked, compared, making, categories);
  }

  /// With one more wish to compare.
  public TalkState comparing() {
    return new TalkState(marked, asked + 1, Comparison.NONE, making, categories);
  }

  /// With what came of the last wish to compare.
  public TalkState with(Comparison comparison) {
    return new TalkState(marked, asked, comparison, making, categories);
  }

  /// With other tasks of a model.
  public TalkState with(Optional<Making> other) {
    return new TalkState(marked, asked, compared, other, categories);
  }

  /// With one more wish to have tasks made.
  public TalkState beginMaking(String model, Instant now) {
    return new TalkState(marked, asked + 1, compared,
        Optional.of(new Making(asked + 1, model, now, 0, Optional.empty(), "")), categories);
  }

  /// With other news of categories.
  public TalkState with(CategoryState other) {
    return new TalkState(marked, asked, compared, making, other);
  }

  /// With one more wish to have rows put into categories.
  ///
  /// @param model who is asked; empty for the rules
  public TalkState beginSorting(String model) {
    return new TalkState(marked, asked + 1, compared, making, categories.with(
        Optional.of(new CategoryState.Sorting(asked + 1, model, 0, 0, Optional.empty(), ""))));
  }
}
