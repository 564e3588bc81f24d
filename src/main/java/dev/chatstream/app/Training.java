package dev.chatstream.app;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.state.ChatState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the launcher's training run does besides pressing keys, so that the JVM's cache holds what a first question
/// needs: one question that nobody answers, and one chat kept, both in the training run's own folder.
final class Training {

  private Training() {}

  static void run(CommandRunner runner) {
    Instant now = Instant.now();
    Chat empty = Chat.empty(Ids.next(now), now);
    Message question = Message.fromUser(Ids.next(now), Optional.empty(), "How are you?", now);
    Message answer = Message.fromModel(
        Ids.next(now), question.id(), "", "", "none", Map.of(), MessageState.DONE, Metrics.UNKNOWN, now);
    Asked asked = new Asked(Ids.next(now), empty.id(), "", now, question, answer);
    runner.run(new StoreCommand.KeepDraft(empty.plus(question), 1));
    ChatRequest request = new ChatRequest("none", List.of(question), ChatState.DEFAULT_CONTEXT, Map.of());
    runner.run(new Command.StartTurn(asked, request));
  }
}
