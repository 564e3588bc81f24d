package dev.chatstream.store.doubles;

import java.util.Arrays;

/// Where each row of a list begins; eight bytes a row.
final class Places {

  private long[] begins = new long[1024];
  private int count;

  /// Notes the next row.
  ///
  /// @return its place, from 0
  int add(long begin) {
    if (count == begins.length) {
      begins = Arrays.copyOf(begins, 2 * count);
    }
    begins[count] = begin;
    count++;
    return count - 1;
  }

  int count() {
    return count;
  }

  long begin(int row) {
    return begins[row];
  }

  /// The place of the row that begins here, or less than 0.
  int at(long begin) {
    return Arrays.binarySearch(begins, 0, count, begin);
  }
}
