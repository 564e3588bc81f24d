package dev.chatstream.app;

import java.time.Duration;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Something that the journal's thread does at its time; what is due at once is done in the order in which it was
/// asked for.
///
/// @param due when, on the clock of [System#nanoTime]
/// @param order grows with each job
record JournalJob(long due, long order, Runnable task) implements Delayed {

  private static final AtomicLong ORDER = new AtomicLong();

  static JournalJob in(Duration delay, Runnable task) {
    return new JournalJob(System.nanoTime() + delay.toNanos(), ORDER.incrementAndGet(), task);
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    JournalJob job = (JournalJob) other;
    long later = due - job.due;
    return later == 0 ? Long.compare(order, job.order) : Long.signum(later);
  }
}
