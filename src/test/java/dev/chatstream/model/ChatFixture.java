package dev.chatstream.model;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.testing.ScriptedOllama;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A scripted server, a model that talks to it, and what came of a chat.
final class ChatFixture implements AutoCloseable {

  /// How a chat ended.
  ///
  /// @param error null when the answer is whole
  record Outcome(String content, String thinking, List<String> order, Metrics metrics, ModelError error) {}

  final ScriptedOllama server = ScriptedOllama.start();
  final OllamaChatModel model;

  ChatFixture() {
    this(Patience.DEFAULT);
  }

  ChatFixture(Patience patience) {
    model = new OllamaChatModel(endpoint(), patience);
  }

  static Patience impatient() {
    return new Patience(Duration.ofMillis(200), Duration.ofMillis(100));
  }

  Endpoint endpoint() {
    return endpoint(server.uri().toString());
  }

  static Endpoint endpoint(String address) {
    try {
      return Endpoint.parse(address);
    } catch (ModelException e) {
      throw new AssertionError(e);
    }
  }

  static ChatRequest request(String model, String question) {
    return request(model, question, Map.of());
  }

  static ChatRequest request(String model, String question, Map<String, Object> options) {
    Message message = Message.fromUser(new UUID(0, 1), Optional.empty(), question, Instant.EPOCH);
    return new ChatRequest(model, List.of(message), 4096, options);
  }

  Outcome ask(String name) {
    return ask(name, "a question");
  }

  Outcome ask(String name, String question) {
    return ask(model, request(name, question));
  }

  static Outcome ask(ChatModel asked, ChatRequest request) {
    StringBuilder content = new StringBuilder();
    StringBuilder thinking = new StringBuilder();
    List<String> order = new ArrayList<>();
    TokenSink sink =
        (text, thought) -> {
          (thought ? thinking : content).append(text);
          order.add((thought ? "thought " : "word ") + text);
        };
    Metrics metrics = Metrics.UNKNOWN;
    ModelError error = null;
    try {
      metrics = asked.chat(request, sink);
    } catch (ModelException e) {
      error = e.error();
    }
    return new Outcome(content.toString(), thinking.toString(), order, metrics, error);
  }

  @Override
  public void close() {
    server.close();
  }
}
