package dev.chatstream.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a server's count of a prompt proves.
class TruncationTest {

  private static final TokenRate ENGLISH = TokenRate.UNKNOWN.plus(10_000, 7_500);

  private final List<Message> sent = new ArrayList<>();

  private Message add(Role role, int letters, long promptTokens) {
    UUID id = new UUID(0, sent.size() + 1);
    Metrics metrics = new Metrics(-1, -1, promptTokens, -1, 100, -1, -1);
    Message message = new Message(
        id, Optional.empty(), role, "x".repeat(letters), "", Instant.EPOCH, "m", Map.of(), MessageState.DONE,
        Optional.empty(), promptTokens > 0 ? metrics : Metrics.UNKNOWN, Map.of());
    sent.add(message);
    return message;
  }

  private List<Long> fallen(long counted, TokenRate rate, int window) {
    return Truncation.fallen(sent, counted, rate, window).stream().map(UUID::getLeastSignificantBits).toList();
  }

  /// Six messages of about 2,000 estimated tokens each: 1,500 real ones.
  private void sixLong() {
    for (int i = 0; i < 6; i++) {
      add(i % 2 == 0 ? Role.USER : Role.ASSISTANT, 6_000, -1);
    }
  }

  @Test
  void whatFitsIsNeverCalledCut() {
    sixLong();
    assertEquals(List.of(), fallen(9_000, ENGLISH, 16_384));
  }

  @Test
  void aSmallCountOfWhatFitsComesFromACache() {
    sixLong();
    assertEquals(List.of(), fallen(12, ENGLISH, 16_384));
    assertEquals(List.of(), fallen(1_530, ENGLISH, 9_100));
  }

  @Test
  void theOldestFellOutWhenItCannotHaveFitted() {
    sixLong();
    assertEquals(List.of(1L, 2L, 3L, 4L), fallen(3_020, ENGLISH, 4_096));
  }

  @Test
  void aCountOfTheUncachedRestDoesNotHideThatItCannotHaveFitted() {
    sixLong();
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), fallen(300, ENGLISH, 4_096));
  }

  @Test
  void theSystemsWordsNeverFallOut() {
    add(Role.SYSTEM, 600, -1);
    sixLong();
    assertEquals(List.of(2L, 3L, 4L, 5L), fallen(3_200, ENGLISH, 4_096));
  }

  @Test
  void withoutAnyCountOnlyWhatIsCertainIsSaid() {
    sixLong();
    assertEquals(List.of(), fallen(5_900, TokenRate.UNKNOWN, 8_192), "it may well have fitted");
    assertEquals(List.of(1L, 2L, 3L, 4L), fallen(3_020, TokenRate.UNKNOWN, 4_096));
  }

  @Test
  void theLastCountAndWhatWasAddedIsEnough() {
    add(Role.USER, 300, -1);
    add(Role.ASSISTANT, 3_000, 8_000);
    add(Role.USER, 3_000, -1);
    assertEquals(List.of(1L, 2L), fallen(500, TokenRate.UNKNOWN, 8_192));
    assertEquals(List.of(), fallen(500, TokenRate.UNKNOWN, 16_384));
  }

  @Test
  void aLoneQuestionThatIsTooLongIsNamed() {
    add(Role.USER, 60_000, -1);
    assertEquals(List.of(1L), fallen(4_096, ENGLISH, 8_192));
  }

  @Test
  void aServerThatCountsNothingProvesNothing() {
    sixLong();
    assertEquals(List.of(), fallen(-1, ENGLISH, 4_096));
  }
}
