package dev.chatstream.store.chat;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Chats to try things with.
final class ChatSamples {

  static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");

  private ChatSamples() {}

  static Chat asked(String question) {
    Chat chat = Chat.empty(Ids.next(NOW), NOW);
    return chat.plus(Message.fromUser(Ids.next(NOW), chat.head(), question, NOW));
  }

  static Chat answered(String question, String answer) {
    return answer(asked(question), answer);
  }

  static Chat answer(Chat chat, String answer) {
    UUID before = chat.head().orElseThrow();
    return chat.plus(Message.fromModel(
        Ids.next(NOW),
        before,
        answer,
        "let me think",
        "qwen3:8b",
        Map.of("seed", 42, "num_ctx", 8192),
        MessageState.DONE,
        new Metrics(5, 4, 3, 2, 1, 6, 7),
        NOW));
  }
}
