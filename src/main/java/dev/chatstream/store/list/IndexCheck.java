package dev.chatstream.store.list;

import java.util.Arrays;

/// Looks for doubled and negative indices while a list is read. Indices that follow each other are kept as one run, so
/// that a list in order costs next to nothing, and one in disorder 16 bytes a row.
final class IndexCheck {

  private long[] firsts = new long[16];
  private long[] lasts = new long[16];
  private int runs;
  private long negativeRow;

  /// Takes the index cell of the next row.
  ///
  /// @param index the cell as [ListScan#index] reads it
  /// @param row the number of the row, the header being 1
  void row(String cell, long index, long row) {
    if (index >= 0) {
      add(index);
    } else if (negativeRow == 0 && cell.strip().startsWith("-") && ListScan.index(cell.strip().substring(1)) >= 0) {
      negativeRow = row;
    }
  }

  /// What is wrong, in words that follow the name of the list; empty when nothing is.
  String problem() {
    if (negativeRow > 0) {
      return "has a negative index in row " + negativeRow;
    }
    long[] begins = Arrays.copyOf(firsts, runs);
    long[] ends = Arrays.copyOf(lasts, runs);
    Arrays.sort(begins);
    Arrays.sort(ends);
    // Where a run begins before as many runs as began before it have ended, it begins within one of them.
    for (int i = 1; i < runs; i++) {
      if (begins[i] <= ends[i - 1]) {
        // Those beyond the largest `long` all look like it; that the list is full is told elsewhere.
        return begins[i] == Long.MAX_VALUE ? "" : "has two rows with the index " + begins[i];
      }
    }
    return "";
  }

  private void add(long index) {
    if (runs > 0 && index == lasts[runs - 1] + 1) {
      lasts[runs - 1] = index;
      return;
    }
    if (runs == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * runs);
      lasts = Arrays.copyOf(lasts, 2 * runs);
    }
    firsts[runs] = index;
    lasts[runs] = index;
    runs++;
  }
}
