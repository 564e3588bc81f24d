package dev.chatstream.core.event;

import dev.chatstream.core.model.ChatRequest;
import java.util.List;
import java.util.UUID;

/// What lies between a chat and the lists that are made of it. Reading only; what is written is a [StoreCommand].
public sealed interface TalkCommand extends Command
    permits CategoryCommand, TalkCommand.CompareRows, TalkCommand.FindSource, TalkCommand.FindRows,
    TalkCommand.StopFinding, TalkCommand.MakeTasks, TalkCommand.StopMaking {

  /// A text that may become a row, to be compared.
  ///
  /// @param source `chatId/messageId` when it is all of a message, else empty: a part is known by its text alone
  record Candidate(String source, String text) {}

  /// See which of these a list has already. A newer wish ends the one before.
  record CompareRows(long number, String list, List<Candidate> rows) implements TalkCommand {}

  /// Find the message that a row was made of. A newer wish ends the one before.
  record FindSource(UUID chat, UUID message) implements TalkCommand {}

  /// Find the rows that were made of a message. A newer wish ends the one before.
  record FindRows(UUID message) implements TalkCommand {}

  /// Nobody wants to know which rows were made of a message any more.
  record StopFinding() implements TalkCommand {}

  /// Let a model say which tasks there are. A newer wish ends the one before.
  record MakeTasks(long number, ChatRequest request) implements TalkCommand {}

  /// Nobody wants the tasks of the model any more.
  record StopMaking() implements TalkCommand {}
}
