package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A call's `options`, checked. What Ollama knows and this engine has no use for (how many layers go to a graphics
/// card) is let pass, as Ollama lets unknown names pass.
///
/// @param numCtx the window asked for, 0 when not
/// @param numPredict the most tokens, negative for as many as fit
/// @param stop words that end the answer
record Options(float temperature, int topK, float topP, float minP, float typicalP, int repeatLastN,
    float repeatPenalty, float presencePenalty, float frequencyPenalty, int mirostat, float mirostatTau,
    float mirostatEta, int seed, int numCtx, int numPredict, List<String> stop) {
  private static final int LARGEST_WINDOW = 1 << 20;
  private static final int SMALLEST_WINDOW = 16;
  private static final int MOST_STOPS = 16;
  private static final int LONGEST_STOP = 256;
  private static final float LARGE = 1_000;

  /// @param options the object, or a missing node
  static Options of(JsonNode options) throws ApiException {
    if (!options.isObject() && !options.isMissingNode() && !options.isNull()) {
      Fields.wrong("options", "an object");
    }
    Numbers in = new Numbers(options);
    return new Options(in.real("temperature", 0.8f, 0, LARGE), in.whole("top_k", 40, 0, 1_000_000),
        in.real("top_p", 0.9f, 0, 1), in.real("min_p", 0, 0, 1), in.real("typical_p", 1, 0, 1),
        in.whole("repeat_last_n", 64, -1, LARGEST_WINDOW), in.real("repeat_penalty", 1.1f, 0.01f, LARGE),
        in.real("presence_penalty", 0, -LARGE, LARGE), in.real("frequency_penalty", 0, -LARGE, LARGE),
        in.whole("mirostat", 0, 0, 2), in.real("mirostat_tau", 5, 0, LARGE), in.real("mirostat_eta", 0.1f, 0, LARGE),
        in.whole("seed", -1, Integer.MIN_VALUE, Integer.MAX_VALUE),
        in.whole("num_ctx", 0, SMALLEST_WINDOW, LARGEST_WINDOW),
        in.whole("num_predict", -1, -2, Integer.MAX_VALUE), stops(options.path("stop")));
  }

  private static List<String> stops(JsonNode node) throws ApiException {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray() || node.size() > MOST_STOPS) {
      Fields.wrong("option \"stop\"", "an array of up to " + MOST_STOPS + " strings");
    }
    List<String> stops = new ArrayList<>();
    for (JsonNode stop : node) {
      if (!stop.isTextual() || stop.textValue().length() > LONGEST_STOP) {
        Fields.wrong("option \"stop\"", "an array of strings of up to " + LONGEST_STOP + " characters");
      }
      if (!stop.textValue().isEmpty()) {
        stops.add(stop.textValue());
      }
    }
    return stops;
  }

  /// @param limit the most tokens
  /// @param schema of the answer, or empty
  Sampling sampling(int limit, String schema) {
    return new Sampling(temperature, topK, topP, minP, typicalP, repeatLastN, repeatPenalty, presencePenalty,
        frequencyPenalty, mirostat, mirostatTau, mirostatEta, seed, limit, schema);
  }

  /// @param options may be a missing node
  private record Numbers(JsonNode options) {

    float real(String name, float standard, float least, float most) throws ApiException {
      JsonNode value = options.path(name);
      if (value.isMissingNode() || value.isNull()) {
        return standard;
      }
      if (!value.isNumber()) {
        Fields.wrong(quoted(name), "a number");
      }
      double number = value.doubleValue();
      if (!(number >= least && number <= most)) {
        Fields.wrong(quoted(name), "between " + least + " and " + most);
      }
      return (float) number;
    }

    int whole(String name, int standard, int least, int most) throws ApiException {
      JsonNode value = options.path(name);
      if (value.isMissingNode() || value.isNull()) {
        return standard;
      }
      if (!value.isNumber() || value.doubleValue() != Math.rint(value.doubleValue())) {
        Fields.wrong(quoted(name), "a whole number");
      }
      if (value.doubleValue() < least || value.doubleValue() > most) {
        Fields.wrong(quoted(name), "between " + least + " and " + most);
      }
      return (int) value.doubleValue();
    }

    private static String quoted(String name) {
      return "option \"" + name + "\"";
    }
  }
}
