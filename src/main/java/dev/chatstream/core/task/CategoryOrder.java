package dev.chatstream.core.task;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.model.ChatRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a model is asked when it is to put rows into categories: some rows at a time, each with a number of its own,
/// and only the categories that there are.
public final class CategoryOrder {

  /// So many rows go with one question.
  public static final int ROWS = 10;

  private static final int LONGEST = 600;
  private static final int TOKENS_A_ROW = 40;
  private static final String ORDER = "Put each numbered text into one of these categories: ";
  private static final String FORM = ". Say how sure you are, from 0 to 1. Answer as JSON: "
      + "{\"rows\": [{\"number\": 1, \"category\": \"...\", \"confidence\": 0.9}]}.\n\n";

  private CategoryOrder() {}

  /// The question.
  ///
  /// @param labels the categories; at least one
  /// @param texts at most [#ROWS]
  /// @param window in tokens
  public static ChatRequest of(String model, int window, List<String> labels, List<String> texts) {
    StringBuilder order = new StringBuilder(ORDER).append(String.join(", ", labels)).append(FORM);
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).strip();
      order.append(i + 1).append(": ").append(text, 0, Math.min(LONGEST, text.length())).append("\n\n");
    }
    Message question = Message.fromUser(new UUID(0, 0), Optional.empty(), order.toString(), Instant.EPOCH);
    return new ChatRequest(model, List.of(question), window,
        Map.of("format", schema(labels), "temperature", 0, "num_predict", TOKENS_A_ROW * (texts.size() + 1)));
  }

  private static Map<String, Object> schema(List<String> labels) {
    Map<String, Object> row = Map.of(
        "type", "object",
        "properties", Map.of(
            "number", Map.of("type", "integer"),
            "category", Map.of("type", "string", "enum", labels),
            "confidence", Map.of("type", "number")),
        "required", List.of("number", "category", "confidence"));
    return Map.of(
        "type", "object",
        "properties", Map.of("rows", Map.of("type", "array", "maxItems", ROWS, "items", row)),
        "required", List.of("rows"));
  }
}
