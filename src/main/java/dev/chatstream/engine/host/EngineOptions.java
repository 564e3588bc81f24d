package dev.chatstream.engine.host;

import java.util.Map;

/// What the engine is started with.
///
/// @param model which model
/// @param cache where its file stands
/// @param contextTokens the window it is loaded with; a call that asks for more is refused
public record EngineOptions(EngineModel model, EngineCache cache, int contextTokens) {
  /// Ollama's own default.
  public static final int STANDARD_CONTEXT = 4096;

  /// 0 stands for the usual window.
  public EngineOptions {
    contextTokens = contextTokens == 0 ? STANDARD_CONTEXT : contextTokens;
  }

  /// The same with another window.
  public EngineOptions withContext(int tokens) {
    return new EngineOptions(model, cache, tokens);
  }

  /// The small model that the program knows by itself, in the usual place.
  ///
  /// @param environment as `System.getenv()` gives it
  public static EngineOptions standard(Map<String, String> environment) {
    return new EngineOptions(EngineModel.standard(), EngineCache.of(environment), STANDARD_CONTEXT);
  }
}
