package dev.chatstream.app;

import java.util.ArrayDeque;
import java.util.Deque;

/// How long the terminal takes to answer, asked now and then while something streams. Only an answer tells: what is
/// written to an SSH session goes into buffers, however slow the line behind them is. UI thread only.
final class RoundTrips {

  private static final long BETWEEN = 5_000_000_000L;
  private static final long SLOW = 150_000_000;
  private static final int GIVEN_UP = 2;

  /// Times of the questions whose answers are to come.
  private final Deque<Long> asked = new ArrayDeque<>();
  private long last = Long.MIN_VALUE;
  private int slowOnes;
  private boolean offered;

  /// Whether to ask with the frame that is made now. A terminal that owes two answers is not asked again until one
  /// comes.
  boolean due(long now) {
    return asked.size() < GIVEN_UP && (last == Long.MIN_VALUE || now - last >= BETWEEN);
  }

  /// The terminal was asked.
  void asked(long now) {
    asked.add(now);
    last = now;
  }

  /// It answered.
  ///
  /// @return how long it took, when that makes it worth to offer to send less; -1 otherwise, and after the first time
  long answered(long now) {
    if (asked.isEmpty()) {
      return -1;
    }
    long took = now - asked.removeFirst();
    slowOnes = took > SLOW ? slowOnes + 1 : 0;
    // One may be late for any reason.
    if (slowOnes < 2 || offered) {
      return -1;
    }
    offered = true;
    return took;
  }
}
