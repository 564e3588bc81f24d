package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// A call to `/api/embed`, checked: one text or several.
///
/// @param inputs none of them empty
record EmbedCall(List<String> inputs) {
  private static final int MOST_INPUTS = 1_024;

  static EmbedCall of(ObjectNode call) throws ApiException {
    JsonNode input = call.path("input");
    List<String> inputs = new ArrayList<>();
    if (input.isTextual()) {
      inputs.add(input.textValue());
    } else if (!input.isArray() || input.size() > MOST_INPUTS) {
      Fields.wrong("input", "a string, or an array of up to " + MOST_INPUTS + " strings");
    } else {
      for (JsonNode item : input) {
        inputs.add(item.isTextual() ? item.textValue() : Fields.wrong("input", "an array of strings"));
      }
    }
    if (inputs.contains("")) {
      throw ApiException.bad("an input is empty");
    }
    return new EmbedCall(inputs);
  }

  /// @param begin when the call came, by `System.nanoTime()`
  ObjectNode answer(String model, Generator generator, long begin) throws ApiException, InterruptedException {
    ObjectNode json = Fields.object().put("model", model);
    ArrayNode vectors = json.putArray("embeddings");
    int tokens = 0;
    for (String input : inputs) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      ArrayNode vector = vectors.addArray();
      for (float value : unit(generator.embed(input))) {
        vector.add(value);
      }
      tokens += generator.countTokens(input);
    }
    return json.put("total_duration", System.nanoTime() - begin).put("load_duration", 0)
        .put("prompt_eval_count", tokens);
  }

  /// Of length 1, as Ollama's are.
  private static float[] unit(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    double length = sum == 0 ? 1 : Math.sqrt(sum);
    float[] unit = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return unit;
  }
}
