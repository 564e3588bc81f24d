package dev.chatstream.core.event;

import dev.chatstream.core.task.Comparison;
import java.util.List;

/// What happened between a chat and the lists that are made of it.
public sealed interface TalkEvent extends Event {

  /// New rows were compared with a list.
  record Compared(Comparison comparison) implements TalkEvent {}

  /// The model is writing tasks; a few times a second at most.
  ///
  /// @param characters how much came so far
  record TasksComing(long number, long characters) implements TalkEvent {}

  /// The model has written tasks.
  ///
  /// @param tasks none when there was no sense in what it wrote
  /// @param problem why they are not all, in words; empty when they are
  record TasksMade(long number, List<String> tasks, String problem) implements TalkEvent {}

  /// Rows that were added last are taken back, in this run of the program or an earlier one.
  ///
  /// @param changed how many stay because they were changed or moved meanwhile
  /// @param trashed whether their list, which was made for them, is in the trash
  record TasksTakenBack(String file, int taken, int changed, boolean trashed) implements TalkEvent {}
}
