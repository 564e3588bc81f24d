package dev.chatstream.engine.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// How long the model counts as loaded. What the binding holds stays in memory until the process ends; this is what
/// callers are told, by Ollama's rules. Safe for any thread.
final class Residence {
  private final Clock clock;
  private Instant until = Instant.MIN;

  Residence(Clock clock) {
    this.clock = clock;
  }

  /// The model was used: it counts as loaded for the call's `keep_alive`.
  synchronized void used(Duration keepAlive) {
    until = clock.instant().plus(keepAlive);
  }

  /// Whether it counts as loaded now.
  synchronized boolean loaded() {
    return clock.instant().isBefore(until);
  }

  synchronized Instant until() {
    return until;
  }

}
