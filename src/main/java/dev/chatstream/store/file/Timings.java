package dev.chatstream.store.file;

import dev.chatstream.core.watch.Timing;
import dev.chatstream.core.watch.TimingFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/// Keeps how long the steps of the store took: for each kind a histogram, the longest, and the last ones. Any thread
/// may record; it takes no lock, makes no object, and costs some ten nanoseconds.
public final class Timings {

  /// Those of this process: there is one disk, [FileOps#DISK], and so one place where its times are kept.
  public static final Timings PROCESS = new Timings();

  /// How many of the last ones are kept; a power of two.
  static final int RECENT = 64;

  private static final class Series {
    private final TimeHistogram histogram = new TimeHistogram();
    private final AtomicLongArray recent = new AtomicLongArray(RECENT);
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
  }

  private final Series[] series = new Series[Timing.values().length];
  private final AtomicLong changes = new AtomicLong();
  private volatile Thread waiting;

  /// A recorder with nothing in it.
  public Timings() {
    for (int i = 0; i < series.length; i++) {
      series[i] = new Series();
    }
  }

  /// Records that this was just done.
  ///
  /// @param begun when it began, on the clock of [System#nanoTime]
  public void done(Timing timing, long begun) {
    record(timing, System.nanoTime() - begun);
  }

  void record(Timing timing, long nanos) {
    Series to = series[timing.ordinal()];
    to.histogram.add(nanos);
    to.recent.set((int) (to.next.getAndIncrement() & (RECENT - 1)), nanos);
    if (nanos > to.longest.get()) {
      to.longest.accumulateAndGet(nanos, Math::max);
    }
    changes.incrementAndGet();
    Thread reader = waiting;
    if (reader != null) {
      LockSupport.unpark(reader);
    }
  }

  /// Grows with each recording.
  public long changes() {
    return changes.get();
  }

  /// Waits until something was recorded since. One thread at a time may wait.
  ///
  /// @param seen what [#changes] said then
  /// @param mostNanos the longest wait
  public void awaitChange(long seen, long mostNanos) throws InterruptedException {
    long end = System.nanoTime() + mostNanos;
    waiting = Thread.currentThread();
    try {
      while (changes.get() == seen && System.nanoTime() - end < 0) {
        LockSupport.parkNanos(this, end - System.nanoTime());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } finally {
      if (waiting == Thread.currentThread()) {
        waiting = null;
      }
    }
  }

  /// What was recorded so far, one for each kind.
  public List<TimingFigures> figures() {
    List<TimingFigures> figures = new ArrayList<>();
    for (Timing timing : Timing.values()) {
      Series from = series[timing.ordinal()];
      // A bucket's middle may lie beyond the longest in it.
      long longest = from.longest.get();
      figures.add(new TimingFigures(
          timing,
          from.histogram.count(),
          Math.min(from.histogram.at(0.5), longest),
          Math.min(from.histogram.at(0.99), longest),
          longest,
          recent(from)));
    }
    return List.copyOf(figures);
  }

  private static List<Long> recent(Series from) {
    long end = from.next.get();
    List<Long> last = new ArrayList<>();
    for (long i = Math.max(0, end - RECENT); i < end; i++) {
      last.add(from.recent.get((int) (i & (RECENT - 1))));
    }
    return last;
  }
}
