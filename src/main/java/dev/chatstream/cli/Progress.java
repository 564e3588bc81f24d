package dev.chatstream.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Tells on standard error how far a long command is: percent and time left, after half a second and then each five.
final class Progress {

  private static final long FIRST_NANOS = Duration.ofMillis(500).toNanos();
  private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final String doing;
  private final LongSupplier nanos;
  private final long begun;
  private long next;

  /// @param doing what is going on, such as `Reading notes.csv`
  /// @param nanos a clock that never goes back
  Progress(String doing, LongSupplier nanos) {
    this.doing = doing;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
    this.next = begun + FIRST_NANOS;
  }

  /// Takes how much is done of how much; says it when it is time.
  void at(long done, long total) {
    long now = nanos.getAsLong();
    if (now - next >= 0 && total > 0) {
      next = now + EVERY_NANOS;
      Streams.say(words(doing, done, total, now - begun));
    }
  }

  static String words(String doing, long done, long total, long nanosSoFar) {
    long percent = Math.min(100, (long) (100.0 * done / total));
    if (done <= 0) {
      return doing + ": " + percent + " %";
    }
    long left = Math.max(0, Math.round((double) nanosSoFar * (total - done) / done / SECOND));
    return doing + ": " + percent + " %, " + (left < 90 ? left + " s" : Math.round(left / 60.0) + " min") + " left";
  }
}
