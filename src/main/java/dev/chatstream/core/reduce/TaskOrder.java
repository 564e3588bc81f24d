package dev.chatstream.core.reduce;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.model.ContextEstimate;
import dev.chatstream.core.state.AppState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a model is asked when it is to find tasks in a text. Its answer has the form of a JSON schema, which servers
/// hold models to; what comes is checked all the same.
final class TaskOrder {

  /// More tasks than this nobody looks through.
  private static final int MOST_TASKS = 50;

  /// A model that goes round in circles is stopped here, in tokens.
  private static final int MOST_TOKENS = 2_048;

  private static final String ORDER = "Which tasks does the text below name or call for? Write each as one short "
      + "sentence that begins with a verb and can be understood alone, in the language of the text. Only what the text "
      + "says. Answer as JSON: {\"tasks\": [\"...\"]}.\n\n";

  private static final Map<String, Object> SCHEMA = Map.of(
      "type", "object",
      "properties", Map.of("tasks", Map.of(
          "type", "array", "maxItems", MOST_TASKS, "items", Map.of("type", "string", "maxLength", 400))),
      "required", List.of("tasks"));

  private TaskOrder() {}

  /// The question. A text that does not fit the window is cut at its end.
  static ChatRequest of(AppState state, String text) {
    int room = Math.max(ContextEstimate.ANSWER, state.window() - MOST_TOKENS - ContextEstimate.ANSWER);
    String order = ORDER + text;
    Message question = question(state, order);
    double share = Math.min(1, room / (double) Math.max(1, ContextEstimate.prompt(List.of(question))));
    Message sent = share < 1 ? question(state, whole(order, (int) (share * order.length()))) : question;
    return new ChatRequest(state.server().model(), List.of(sent), state.window(),
        Map.of("format", SCHEMA, "temperature", 0, "num_predict", Math.min(MOST_TOKENS, state.window() / 2)));
  }

  private static Message question(AppState state, String text) {
    return Message.fromUser(state.chat().chat().id(), Optional.empty(), text, state.now());
  }

  /// Not within a character of two halves.
  private static String whole(String text, int end) {
    return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
