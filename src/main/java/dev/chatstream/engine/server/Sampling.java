package dev.chatstream.engine.server;

/// How tokens are chosen. The names are those of Ollama's options; the standard values are Ollama's.
///
/// @param seed negative for a new one each time
/// @param limit the most tokens to make, at least 1
/// @param grammarSchema a JSON schema that the answer follows, or empty
record Sampling(float temperature, int topK, float topP, float minP, float typicalP, int repeatLastN,
    float repeatPenalty, float presencePenalty, float frequencyPenalty, int mirostat, float mirostatTau,
    float mirostatEta, int seed, int limit, String grammarSchema) {

  /// Whether the same question must get the same answer: then no part of an earlier prompt is reused, because tokens
  /// computed in batches of another size differ in their last digits.
  boolean repeatable() {
    return seed >= 0 || temperature == 0;
  }
}
