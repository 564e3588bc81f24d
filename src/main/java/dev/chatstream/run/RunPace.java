package dev.chatstream.run;

import java.time.Duration;
import java.util.List;

/// How patient a run is.
///
/// @param tick how often it looks after itself
/// @param attempts how often a row is tried
/// @param backOff how long it waits before each attempt but the first
/// @param busy how long it leaves a busy server alone: at first, twice as long each time, up to the longest
/// @param longest see `busy`; a host that is gone, or a disk that is full, is looked at again after that at the latest
/// @param alike so many rows in a row that fail alike pause the run
/// @param partial how often the part of an answer that came is written down
public record RunPace(
    Duration tick, int attempts, List<Duration> backOff, Duration busy, Duration longest, int alike,
    Duration partial) {

  /// What the program uses.
  public static final RunPace USUAL = new RunPace(
      Duration.ofMillis(250), 3, List.of(Duration.ofSeconds(1), Duration.ofSeconds(4)), Duration.ofSeconds(1),
      Duration.ofSeconds(30), 5, Duration.ofSeconds(1));
}
