package dev.chatstream.core.event;

import dev.chatstream.core.doubles.DoublePair;
import dev.chatstream.core.input.Phrase;
import java.util.List;

/// From those who compare, merge and convert lists.
public sealed interface ListJobEvent extends Event {

  /// Rows that are to be appended were looked up; none of them is written yet.
  ///
  /// @param pairs those that the list has something like; empty when there are none, or that is not known
  record AppendChecked(StoreCommand.AppendTasks append, List<DoublePair> pairs) implements ListJobEvent {}

  /// The doubles of a list.
  ///
  /// @param pairs the first of them, each row with the first of its group
  /// @param more how many there are besides
  record DoublesFound(String list, boolean near, List<DoublePair> pairs, long more) implements ListJobEvent {}

  /// What was decided about doubles is done.
  ///
  /// @param sentence what was done
  record DoublesSettled(String list, Phrase sentence) implements ListJobEvent {}
}
