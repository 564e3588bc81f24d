package dev.chatstream.core.model;

import dev.chatstream.core.chat.Message;
import java.util.List;
import java.util.Map;

/// One question with all that goes with it.
///
/// @param model who is asked
/// @param history the messages, oldest first, the question last; never empty
/// @param contextTokens the window (`num_ctx`), always sent, so that the server's default never cuts it silently
/// @param options further parameters by their wire names (`temperature`, `seed`, ...)
public record ChatRequest(String model, List<Message> history, int contextTokens, Map<String, Object> options) {

  /// Copies what it is given, so that a request never changes.
  public ChatRequest {
    history = List.copyOf(history);
    options = Map.copyOf(options);
  }
}
