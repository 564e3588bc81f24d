package dev.chatstream.engine.host;

import dev.chatstream.core.event.EngineStage;
import java.util.function.LongSupplier;

/// How fast a download is, and how long it will take.
final class Pace {
  private static final long NANOS = 1_000_000_000L;

  private final LongSupplier nanoTime;
  private final long startBytes;
  private final long startNanos;

  /// @param startBytes what an earlier start had already
  /// @param nanoTime the clock
  Pace(long startBytes, LongSupplier nanoTime) {
    this.startBytes = startBytes;
    this.nanoTime = nanoTime;
    this.startNanos = nanoTime.getAsLong();
  }

  /// The stage to tell. The time left is not known in the first second, nor without a total.
  EngineStage.Downloading at(long done, long total) {
    long nanos = nanoTime.getAsLong() - startNanos;
    long moved = done - startBytes;
    if (total < 0 || moved <= 0 || nanos < NANOS) {
      return new EngineStage.Downloading(done, total, -1);
    }
    double secondsLeft = (double) Math.max(0, total - done) * nanos / moved / NANOS;
    return new EngineStage.Downloading(done, total, (long) Math.ceil(secondsLeft));
  }
}
