package dev.chatstream.model;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.model.ChatRequest;
import io.github.ollama4j.exceptions.OllamaException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Plays a chat through without a server before there is a real one: most of a first call's time is loading classes.
final class WarmUp {

  private static final String ANSWER =
      """
          {"model":"m","created_at":"t","message":{"role":"assistant","content":"a","thinking":"b"},"done":false}
          {"model":"m","created_at":"t","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop",\
          "total_duration":1,"load_duration":1,"prompt_eval_count":1,"prompt_eval_duration":1,"eval_count":1,\
          "eval_duration":1}
          """;

  private WarmUp() {}

  /// Writes a request and reads an answer as a chat does. Opens no connection.
  static void rehearse(Endpoint endpoint) {
    Message question = Message.fromUser(new UUID(0, 0), Optional.empty(), "a", Instant.EPOCH);
    ChatRequest request = new ChatRequest("m", List.of(question), 1, Map.of());
    Transport stage = (path, json, patience) -> play(endpoint);
    StreamingChatCaller caller =
        new StreamingChatCaller(endpoint, stage, Patience.DEFAULT, (text, thinking) -> {});
    try {
      caller.callSync(WireRequest.of(request));
    } catch (OllamaException | ModelException e) {
      throw new IllegalStateException("the rehearsal of a chat failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Exchange play(Endpoint endpoint) throws InterruptedException {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    String size = Integer.toHexString(ANSWER.length()) + "\r\n";
    byte[] all = (head + size + ANSWER + "\r\n0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    ByteArrayInputStream stage = new ByteArrayInputStream(all);
    ByteSource wire = (target, from, length, patience) -> stage.read(target, from, length);
    try {
      return Exchange.begin(endpoint.label(), wire, Patience.DEFAULT.idle(), free -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
