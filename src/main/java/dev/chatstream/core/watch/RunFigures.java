package dev.chatstream.core.watch;

import java.time.Instant;
import java.util.List;

/// What one run of the program measured, as it was kept at its end.
///
/// @param timings without the recent ones; those that never happened are left out
public record RunFigures(Instant begun, Instant ended, List<TimingFigures> timings) {

  /// Copies the list, so that figures never change.
  public RunFigures {
    timings = List.copyOf(timings);
  }
}
