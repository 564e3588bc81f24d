package dev.chatstream.core.event;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.CategoryCounts;
import dev.chatstream.core.task.CategoryProposal;
import dev.chatstream.core.task.Comparison;
import dev.chatstream.core.task.MadeRow;
import dev.chatstream.core.task.SourcePlace;
import java.util.List;
import java.util.UUID;

/// What happened between a chat and the lists that are made of it.
public sealed interface TalkEvent extends Event {

  /// New rows were compared with a list.
  record Compared(Comparison comparison) implements TalkEvent {}

  /// The message that a row was made of was looked for.
  record SourceFound(SourcePlace place) implements TalkEvent {}

  /// The rows that were made of a message.
  ///
  /// @param all whether all lists were looked through
  record RowsFound(UUID message, List<MadeRow> rows, boolean all) implements TalkEvent {}

  /// Something of that could not be read.
  record TalkRefused(StoreFailure failure) implements TalkEvent {}

  /// The rows of each category are counted.
  record CategoriesCounted(CategoryCounts counts) implements TalkEvent {}

  /// Rows are being put into categories.
  record Sorting(long number, int done, int total) implements TalkEvent {}

  /// Somebody has said which categories rows belong to.
  ///
  /// @param problem why that is not all; empty when it is
  record Sorted(long number, List<CategoryProposal> proposals, String problem) implements TalkEvent {}

  /// Rows have their categories on the disk.
  record Categorised(String file, int rows) implements TalkEvent {}

  /// Rows have the categories again that they had before.
  record CategoriesTakenBack(String file, int rows) implements TalkEvent {}

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
