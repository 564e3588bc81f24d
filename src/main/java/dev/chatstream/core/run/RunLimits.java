package dev.chatstream.core.run;

import java.time.Duration;
import java.util.Optional;

/// When a run stops by itself before its last row. It can be resumed then.
///
/// @param tokens of all answers together; 0 for no limit
/// @param time how long one sitting may take; empty for no limit
/// @param stall how long a row may be silent in the middle of its answer; five times as long before its first word,
///     while a model may still be loading
public record RunLimits(long tokens, Optional<Duration> time, Duration stall) {

  /// No limits but that of silence: two minutes.
  public static final RunLimits NONE = new RunLimits(0, Optional.empty(), Duration.ofMinutes(2));
}
