package dev.chatstream.engine.host;

import dev.chatstream.core.event.EngineStage;

/// Hears what the engine does. Called on the engine's own threads; must return soon.
public interface EngineListener {

  /// The start came to this stage, or moved on within it.
  void stage(EngineStage stage);

  /// It could not start, or ended by itself; a sentence for a person. Not told of an engine that was closed.
  void failed(String sentence);

  /// A line that pip or the child printed, for the log. Text from outside: make it harmless before it is shown.
  void line(String line);
}
