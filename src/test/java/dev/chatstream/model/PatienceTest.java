package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.chatstream.core.failure.ModelError;
import dev.chatstream.model.ChatFixture.Outcome;
import dev.chatstream.testing.Scenarios;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(strings = {"preslow", "headers-only"})
  void whoNeverBeginsIsGivenUp(String name) throws Exception {
    try (ChatFixture chat = new ChatFixture(new Patience(SHORT, LONG))) {
      assertInstanceOf(ModelError.Timeout.class, chat.ask(name).error());
      chat.server.awaitIdle();
    }
  }

  @Test
  void whoFallsSilentIsGivenUpAndWhatCameIsKept() throws Exception {
    try (ChatFixture chat = new ChatFixture(new Patience(LONG, SHORT))) {
      Outcome outcome = chat.ask("stall");
      assertInstanceOf(ModelError.Timeout.class, outcome.error());
      assertEquals("one ", outcome.content());
      chat.server.awaitIdle();
    }
  }

  @Test
  void aSlowStartIsNotSilence() {
    try (ChatFixture chat = new ChatFixture(new Patience(LONG, SHORT))) {
      // The first piece comes later than the patience between pieces allows, and the end together with it.
      chat.server.script(
          "late",
          (request, reply) -> {
            reply.begin().clientClosesWithin(SHORT.multipliedBy(3));
            reply.line("{\"message\":{\"content\":\"one\"}}\n{\"done\":true}").end();
          });
      assertNull(chat.ask("late").error());
    }
  }

  @Test
  void aSinkThatHoldsTheStreamBackIsNotSilence() throws Exception {
    try (ChatFixture chat = new ChatFixture(new Patience(LONG, LONG))) {
      Semaphore permits = new Semaphore(0);
      chat.server.script("stepped", Scenarios.stepped(permits, "one ", "two"));
      permits.release();
      chat.model.chat(ChatFixture.request("stepped", "a"), (text, thinking) -> permits.release());
      assertEquals(1, chat.server.chats().size());
    }
  }
}
