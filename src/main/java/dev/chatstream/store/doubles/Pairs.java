package dev.chatstream.store.doubles;

import java.util.Arrays;

/// Pairs of rows, the earlier one first; 8 bytes each.
final class Pairs {

  private long[] pairs = new long[64];
  private int count;

  void add(int first, int other) {
    if (count == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * count);
    }
    pairs[count] = (long) first << 32 | other;
    count++;
  }

  /// In the order of the first, then of the other.
  void sort() {
    Arrays.sort(pairs, 0, count);
  }

  int count() {
    return count;
  }

  int first(int pair) {
    return (int) (pairs[pair] >>> 32);
  }

  int other(int pair) {
    return (int) pairs[pair];
  }
}
