package dev.chatstream.core.event;

import dev.chatstream.core.task.MadeRow;
import dev.chatstream.core.task.NewTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What lies between a chat and the lists that are made of it.
public sealed interface TalkChoice extends Choice.OnTalk {

  /// Mark this message, or no more.
  record Mark(UUID message) implements TalkChoice {}

  /// See what can be made of the chat in a list.
  ///
  /// @param message the selected one
  /// @param block the selected part of it; empty when all of it is
  record WantTasks(Optional<UUID> message, String block) implements TalkChoice {}

  /// See which of these rows a list has already.
  record CompareRows(String list, List<TalkCommand.Candidate> rows) implements TalkChoice {}

  /// Add tasks to this list, or to a new one of this name.
  record AddTasks(String list, boolean create, List<NewTask> tasks) implements TalkChoice {}

  /// Let the model say which tasks there are in this text.
  record MakeTasks(String text) implements TalkChoice {}

  /// Give up what the model makes.
  record StopMaking() implements TalkChoice {}

  /// Go to the message that a row was made of.
  ///
  /// @param source `chatId/messageId`
  record OpenSource(String source) implements TalkChoice {}

  /// See which rows were made of this message.
  record WantRows(UUID message) implements TalkChoice {}

  /// Go to this row.
  record OpenRow(MadeRow row) implements TalkChoice {}

  /// See the categories of this list.
  record WantCategories(String list) implements TalkChoice {}

  /// See the rows of one category; an empty label is none.
  record ShowCategory(String list, String label) implements TalkChoice {}

  /// Let the rules, or the model, say which category the rows without one belong to.
  record SortRows(String list, boolean byModel) implements TalkChoice {}

  /// Write these categories, by the rows' ids.
  record SetCategories(String list, Map<String, String> categories) implements TalkChoice {}
}
