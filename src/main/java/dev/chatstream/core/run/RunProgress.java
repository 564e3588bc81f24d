package dev.chatstream.core.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How far a run is at one moment.
///
/// @param words why it is held up or paused; empty when it isn't
/// @param total answers that there are to be
/// @param tokens of all answers so far
/// @param tokensPerSecond of all rows that are under way together, over the last seconds
/// @param elapsed of this sitting
/// @param left a guess, from the fifth answer on
/// @param recent milliseconds of the last answers, oldest first
public record RunProgress(
    RunPhase phase,
    String words,
    int total,
    int done,
    int failed,
    int skipped,
    int running,
    int parallel,
    long tokens,
    double tokensPerSecond,
    Duration elapsed,
    Optional<Duration> left,
    List<Long> recent) {

  /// Copies the list, so that it never changes.
  public RunProgress {
    recent = List.copyOf(recent);
  }

  /// How many have not ended.
  public int open() {
    return total - done - failed - skipped;
  }

  /// How much has ended, from 0 to 1.
  public double fraction() {
    return total == 0 ? 1 : (double) (total - open()) / total;
  }
}
