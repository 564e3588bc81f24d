package dev.chatstream.core.event;

/// What is asked about the categories of a list. Reading only; what is written is a [StoreCommand].
public sealed interface CategoryCommand extends TalkCommand {

  /// Count the rows of each category.
  record Count(String list) implements CategoryCommand {}

  /// See the rows of one category; an empty label is none.
  record Show(String list, String label) implements CategoryCommand {}

  /// Let the rules say which category the rows without one belong to.
  record ByRules(long number, String list) implements CategoryCommand {}

  /// Let a model say it.
  ///
  /// @param window in tokens
  record ByModel(long number, String list, String model, int window) implements CategoryCommand {}

  /// Nobody wants to know it any more.
  record Stop() implements CategoryCommand {}
}
