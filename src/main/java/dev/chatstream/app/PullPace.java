package dev.chatstream.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How fast a pull is, over its last seconds.
final class PullPace {

  private static final long WINDOW = Duration.ofSeconds(5).toNanos();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private record Mark(long at, long done) {}

  private final Deque<Mark> marks = new ArrayDeque<>();
  private long grown = Long.MIN_VALUE;
  private long last;

  /// Takes how many bytes there are now.
  void take(long done, long now) {
    if (grown == Long.MIN_VALUE || done > last) {
      grown = now;
    }
    last = done;
    marks.addLast(new Mark(now, done));
    while (marks.size() > 2 && now - marks.getFirst().at() > WINDOW) {
      marks.removeFirst();
    }
  }

  /// Bytes a second; 0 when none came or it is too early to say.
  long bytesPerSecond() {
    if (marks.size() < 2) {
      return 0;
    }
    long nanos = marks.getLast().at() - marks.getFirst().at();
    long bytes = Math.max(0, marks.getLast().done() - marks.getFirst().done());
    return nanos < SECOND / 2 ? 0 : Math.round(bytes * (double) SECOND / nanos);
  }

  /// Seconds since the last byte came.
  long quietSeconds(long now) {
    return grown == Long.MIN_VALUE ? 0 : (now - grown) / SECOND;
  }

  /// Seconds until the rest is there; -1 when unknown.
  long secondsLeft(long total) {
    long speed = bytesPerSecond();
    return speed <= 0 || total <= last ? -1 : (total - last) / speed;
  }
}
