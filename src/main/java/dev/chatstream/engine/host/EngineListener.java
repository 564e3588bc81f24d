package dev.chatstream.engine.host;

/// Hears what the engine does. Called on the engine's own threads; must return soon.
public interface EngineListener {

  /// The start came to this stage, or moved on within it.
  void stage(EngineStage stage);

  /// A line that pip or the child printed, for the log. Text from outside: make it harmless before it is shown.
  void line(String line);
}
