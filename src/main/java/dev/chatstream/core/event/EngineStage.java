package dev.chatstream.core.event;

/// Where the embedded engine stands on its way up.
public sealed interface EngineStage {

  /// Looking whether the model file is there and whole.
  record Checking() implements EngineStage {}

  /// Fetching the model file.
  ///
  /// @param done bytes so far
  /// @param total bytes in all; -1 when unknown
  /// @param secondsLeft an estimate; -1 when unknown
  record Downloading(long done, long total, long secondsLeft) implements EngineStage {}

  /// Unpacking and checking what was fetched.
  record Extracting() implements EngineStage {}

  /// The engine's process reads the model.
  record Loading() implements EngineStage {}
}
