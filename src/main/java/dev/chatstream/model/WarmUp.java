package dev.chatstream.model;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.model.ChatRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Loads the classes of a chat before there is one: most of a first call's time is that.
final class WarmUp {

  private static final String LAST_LINE =
      """
      {"model":"m","created_at":"t","message":{"role":"assistant","content":"a","thinking":"b"},"done":true,\
      "done_reason":"stop","total_duration":1,"load_duration":1,"prompt_eval_count":1,"prompt_eval_duration":1,\
      "eval_count":1,"eval_duration":1}""";

  private WarmUp() {}

  /// Writes a request and reads an answer as a chat would, without a server.
  static void loadClasses() {
    Message question = Message.fromUser(new UUID(0, 0), Optional.empty(), "a", Instant.EPOCH);
    byte[] line = LAST_LINE.getBytes(StandardCharsets.UTF_8);
    try {
      Wire.chunk(line, 0, line.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    WireRequest.of(new ChatRequest("m", List.of(question), 1, Map.of())).getBodyPublisher();
  }
}
