package dev.chatstream.store.journal;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Chats and questions for the tests of the journal.
final class JournalSamples {

  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOON);

  private JournalSamples() {}

  static UUID id() {
    return Ids.next(NOON);
  }

  /// The next question in this chat.
  static Asked asked(Chat chat, String text) {
    Message question = Message.fromUser(id(), chat.head(), text, NOON);
    Message answer = Message.fromModel(
        id(), question.id(), "", "", "qwen", Map.of("num_ctx", 8192), MessageState.CUT, Metrics.UNKNOWN, NOON);
    return new Asked(id(), chat.id(), chat.title(), chat.created(), question, answer);
  }

  static Message answer(Asked asked, String text) {
    return Message.fromModel(
        asked.answer().id(), asked.question().id(), text, "", "qwen", Map.of(), MessageState.DONE, Metrics.UNKNOWN,
        NOON);
  }

  static Chat newChat() {
    return Chat.empty(id(), NOON);
  }

  static Message user(Optional<UUID> parent, String text) {
    return Message.fromUser(id(), parent, text, NOON);
  }

  static List<Piece> text(String... texts) {
    return Stream.of(texts).map(text -> new Piece(text, false, 1)).toList();
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
