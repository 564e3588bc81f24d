package dev.chatstream.engine.server;

import java.util.Locale;
import java.util.Map;

/// What a model file says about itself.
///
/// @param sizeBytes of the file
/// @param modifiedMillis of the file, since 1970
/// @param parameters number of weights
/// @param quantization as `Q4_1`, or `unknown`
/// @param chatTemplate Jinja, or empty
/// @param metadata the header's plain values by name; long lists are left out
record ModelFacts(long sizeBytes, long modifiedMillis, long parameters, String quantization, String chatTemplate,
    Map<String, Object> metadata) {

  /// The family, as `llama`.
  String architecture() {
    return String.valueOf(metadata.getOrDefault("general.architecture", "unknown"));
  }

  /// The window the model was trained with, in tokens; 0 when it doesn't say.
  int trainedContext() {
    Object value = metadata.get(architecture() + ".context_length");
    return value instanceof Number number ? (int) Math.min(Integer.MAX_VALUE, number.longValue()) : 0;
  }

  /// The number of parameters as people write it: `134.52M`, `7.2B`.
  String parameterSize() {
    if (parameters >= 1_000_000_000) {
      return String.format(Locale.ROOT, "%.1fB", parameters / 1e9);
    }
    return String.format(Locale.ROOT, "%.2fM", parameters / 1e6);
  }
}
