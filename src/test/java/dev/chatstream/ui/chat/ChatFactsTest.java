package dev.chatstream.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChatFactsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final UUID QUESTION = new UUID(1, 1);
  private static final UUID ANSWER = new UUID(1, 2);

  private static Chat chat() {
    Metrics counted = new Metrics(9, 0, 300, 1, 32, 1, 1);
    return Chat.empty(new UUID(0, 1), NOON)
        .plus(Message.fromUser(QUESTION, Optional.empty(), "how?", NOON))
        .plus(Message.fromModel(ANSWER, QUESTION, "so", "", "m", Map.of(), MessageState.DONE, counted, NOON));
  }

  @Test
  void aChatIsLookedThroughOnce() {
    List<UUID> cut = List.of(QUESTION);
    Chat chat = chat();
    ChatFacts facts = ChatFacts.NONE.of(chat, cut);
    assertEquals(OptionalLong.of(332), facts.used());
    assertEquals("message 1", facts.leftOut());
    assertSame(facts, facts.of(chat, cut));
    assertNotSame(facts, facts.of(chat(), cut));
    assertNotSame(facts, facts.of(chat, List.of(ANSWER)));
  }

  @Test
  void whatWasLeftOutOfAnotherChatIsNotTold() {
    assertEquals("", ChatFacts.NONE.of(chat(), List.of(new UUID(9, 9))).leftOut());
    assertEquals(OptionalLong.empty(), ChatFacts.NONE.of(Chat.empty(new UUID(0, 1), NOON), List.of()).used());
  }
}
