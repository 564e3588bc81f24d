package dev.chatstream.core.event;

import dev.chatstream.core.model.ChatRequest;
import java.util.List;

/// What lies between a chat and the lists that are made of it. Reading only; what is written is a [StoreCommand].
public sealed interface TalkCommand extends Command {

  /// A text that may become a row, to be compared.
  ///
  /// @param source `chatId/messageId` when it is all of a message, else empty: a part is known by its text alone
  record Candidate(String source, String text) {}

  /// See which of these a list has already. A newer wish ends the one before.
  record CompareRows(long number, String list, List<Candidate> rows) implements TalkCommand {}

  /// Let a model say which tasks there are. A newer wish ends the one before.
  record MakeTasks(long number, ChatRequest request) implements TalkCommand {}

  /// Nobody wants the tasks of the model any more.
  record StopMaking() implements TalkCommand {}
}
