package dev.chatstream.care.work;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Estimates how long a job still takes from how fast it was so far. One thread.
public final class TimeLeft {

  /// Before that an estimate is a guess, and most jobs are over.
  private static final long FIRST_NANOS = Duration.ofMillis(500).toNanos();

  private final LongSupplier nanos;
  private String what = "";
  private long begun;

  /// With the system's clock.
  public TimeLeft() {
    this(System::nanoTime);
  }

  /// @param nanos a clock in nanoseconds
  TimeLeft(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// What is left after this, of the part that it is in; empty in its first half second and where the total is not
  /// known.
  public Optional<Duration> after(Progress progress) {
    long now = nanos.getAsLong();
    if (!progress.what().equals(what)) {
      what = progress.what();
      begun = now;
    }
    long spent = now - begun;
    if (spent < FIRST_NANOS || progress.done() <= 0 || progress.total() <= 0) {
      return Optional.empty();
    }
    double perByte = (double) spent / progress.done();
    return Optional.of(Duration.ofNanos((long) (perByte * Math.max(0, progress.total() - progress.done()))));
  }
}
