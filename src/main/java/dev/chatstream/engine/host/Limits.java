package dev.chatstream.engine.host;

import java.time.Duration;
import java.util.function.Supplier;

/// How long a fetch waits for others.
///
/// @param silence for the next bytes of a download; asked for before each wait
/// @param pip for Python to say whether it has pip, which takes a second on a slow machine
record Limits(Supplier<Duration> silence, Duration pip) {
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration PIP = Duration.ofSeconds(30);

  /// What the program waits.
  static final Limits USUAL = new Limits(() -> SILENCE, PIP);
}
