package dev.chatstream.core.watch;

import java.util.List;

/// How long something took, over a whole run. Times are in nanoseconds; percentiles are right to about 3%.
///
/// @param count how often it was done
/// @param median half of them took no longer; 0 when there were none
/// @param p99 99 of 100 took no longer
/// @param longest the longest one
/// @param recent the last ones, oldest first
public record TimingFigures(Timing timing, long count, long median, long p99, long longest, List<Long> recent) {

  /// Copies the list, so that figures never change.
  public TimingFigures {
    recent = List.copyOf(recent);
  }
}
