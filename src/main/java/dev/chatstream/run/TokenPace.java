package dev.chatstream.run;

import java.util.ArrayDeque;
import java.util.Deque;

/// Tokens a second over the last seconds. One thread.
final class TokenPace {

  private static final long WINDOW_NANOS = 5_000_000_000L;

  private record Sample(long at, long count) {}

  private final Deque<Sample> samples = new ArrayDeque<>();

  /// @param count of all pieces so far
  /// @return how many came a second
  double at(long now, long count) {
    samples.addLast(new Sample(now, count));
    while (samples.size() > 2 && now - samples.peekFirst().at() > WINDOW_NANOS) {
      samples.removeFirst();
    }
    Sample first = samples.peekFirst();
    long nanos = now - first.at();
    return nanos <= 0 ? 0 : Math.max(0, count - first.count()) * 1e9 / nanos;
  }
}
