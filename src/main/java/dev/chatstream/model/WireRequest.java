package dev.chatstream.model;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ChatRequest;
import io.github.ollama4j.models.chat.OllamaChatMessage;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.request.ThinkMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Our request as ollama4j's.
final class WireRequest {

  /// Options that stand beside the model's parameters on the wire, not among them.
  private static final String THINK = "think";

  private static final String KEEP_ALIVE = "keep_alive";
  private static final String FORMAT = "format";

  private WireRequest() {}

  /// @throws ModelException for an option that can't be written
  static OllamaChatRequest of(ChatRequest request) throws ModelException {
    OllamaChatRequest wire =
        new OllamaChatRequest(request.model(), think(request.options().get(THINK)), messages(request.history()));
    wire.setStream(true);
    wire.setUseTools(false);
    wire.setFormat(request.options().get(FORMAT));
    wire.setKeepAlive(keepAlive(request.options().get(KEEP_ALIVE)));
    wire.setOptions(parameters(request));
    return wire;
  }

  /// A list that may grow: the library appends the answer to it.
  private static List<OllamaChatMessage> messages(List<Message> history) {
    List<OllamaChatMessage> messages = new ArrayList<>(history.size() + 1);
    for (Message message : history) {
      messages.add(new OllamaChatMessage(role(message.role()), message.content(), null, null, null));
    }
    return messages;
  }

  private static OllamaChatMessageRole role(Role role) {
    return switch (role) {
      case SYSTEM -> OllamaChatMessageRole.SYSTEM;
      case USER -> OllamaChatMessageRole.USER;
      case ASSISTANT -> OllamaChatMessageRole.ASSISTANT;
      case TOOL -> OllamaChatMessageRole.TOOL;
    };
  }

  private static Map<String, Object> parameters(ChatRequest request) {
    Map<String, Object> parameters = new HashMap<>(request.options());
    parameters.keySet().removeAll(List.of(THINK, KEEP_ALIVE, FORMAT));
    parameters.put("num_ctx", request.contextTokens());
    // The server takes a list only.
    parameters.computeIfPresent("stop", (name, stop) -> stop instanceof String ? List.of(stop) : stop);
    return parameters;
  }

  /// The field is a string, and the server wants a unit in a string: a plain number is seconds.
  private static String keepAlive(Object value) {
    if (value == null) {
      return null;
    }
    String text = value.toString().strip();
    return text.matches("-?[0-9]+") ? text + "s" : text;
  }

  private static ThinkMode think(Object value) throws ModelException {
    return value == null
        ? null
        : switch (value.toString().toLowerCase(Locale.ROOT)) {
          case "true" -> ThinkMode.ENABLED;
          case "false" -> ThinkMode.DISABLED;
          case "low" -> ThinkMode.LOW;
          case "medium" -> ThinkMode.MEDIUM;
          case "high" -> ThinkMode.HIGH;
          default -> throw new ModelException(
              new ModelError.Unsupported("think is true, false, low, medium or high, not " + value));
        };
  }
}
