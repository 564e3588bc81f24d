package dev.chatstream.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Tells on standard error how far a long command is, from half a second on: percent, and time left.
final class Progress {

  private static final long EVERY_NANOS = Duration.ofMillis(500).toNanos();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final String doing;
  private final LongSupplier nanos;
  private final long begun;
  private long told;

  /// @param doing what is going on, such as `Reading notes.csv`
  /// @param nanos a clock that never goes back
  Progress(String doing, LongSupplier nanos) {
    this.doing = doing;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
    this.told = begun;
  }

  /// Takes how much is done of how much; says it when the last time was half a second ago.
  void at(long done, long total) {
    long now = nanos.getAsLong();
    if (now - told >= EVERY_NANOS && total > 0) {
      told = now;
      Streams.progress(words(doing, done, total, now - begun));
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
