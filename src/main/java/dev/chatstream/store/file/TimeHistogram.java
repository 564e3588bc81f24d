package dev.chatstream.store.file;

import java.util.concurrent.atomic.AtomicLongArray;

/// Counts times in buckets that grow with them: sixteen to each power of two, so that a percentile is right to about
/// 3% from a nanosecond to half an hour, in 5 kB. (HdrHistogram does the same with more digits than a disk has.)
/// Adding makes no object and takes no lock; a reading meanwhile may miss the newest ones.
final class TimeHistogram {

  private static final int DIGITS = 4;
  private static final int STEPS = 1 << DIGITS;
  private static final int LARGEST_POWER = 41;
  private static final int BUCKETS = (LARGEST_POWER - DIGITS + 1) * STEPS;

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

  void add(long nanos) {
    counts.incrementAndGet(bucket(nanos));
  }

  long count() {
    long sum = 0;
    for (int i = 0; i < BUCKETS; i++) {
      sum += counts.get(i);
    }
    return sum;
  }

  /// The time that this share of all took no longer than; 0 when there are none.
  ///
  /// @param share from 0 to 1
  long at(double share) {
    long wanted = (long) Math.ceil(share * count());
    long seen = 0;
    for (int i = 0; i < BUCKETS && wanted > 0; i++) {
      seen += counts.get(i);
      if (seen >= wanted) {
        return middle(i);
      }
    }
    return 0;
  }

  /// Times below sixteen have a bucket each; above, the power of two and the four digits after it choose one.
  private static int bucket(long nanos) {
    long time = Math.clamp(nanos, 0, (1L << LARGEST_POWER) - 1);
    if (time < STEPS) {
      return (int) time;
    }
    int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(time);
    int digits = (int) (time >>> (power - DIGITS)) - STEPS;
    return (power - DIGITS + 1) * STEPS + digits;
  }

  private static long middle(int bucket) {
    if (bucket < STEPS) {
      return bucket;
    }
    int shift = bucket / STEPS - 1;
    long least = (long) (STEPS + bucket % STEPS) << shift;
    return least + (1L << shift) / 2;
  }
}
