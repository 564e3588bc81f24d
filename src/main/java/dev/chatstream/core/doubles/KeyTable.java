package dev.chatstream.core.doubles;

/// Which row had a key first; in open addressing, at 20 bytes a slot of which at most two of three are taken.
public final class KeyTable {

  private static final int SMALLEST = 1024;

  private long[] keys = new long[2 * SMALLEST];
  private int[] rows = new int[SMALLEST];
  private int count;

  /// Notes a row's key.
  ///
  /// @return the row that had it first; this row when none had
  public int put(TextKey key, int row) {
    if (3L * (count + 1) > 2L * rows.length) {
      grow();
    }
    int at = find(key.high(), key.low());
    if (keys[2 * at] != 0) {
      return rows[at];
    }
    set(at, key.high(), key.low(), row);
    count++;
    return row;
  }

  private int find(long high, long low) {
    int mask = rows.length - 1;
    int at = (int) low & mask;
    while (keys[2 * at] != 0 && (keys[2 * at] != high || keys[2 * at + 1] != low)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void set(int at, long high, long low, int row) {
    keys[2 * at] = high;
    keys[2 * at + 1] = low;
    rows[at] = row;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldRows = rows;
    keys = new long[2 * oldKeys.length];
    rows = new int[2 * oldRows.length];
    for (int i = 0; i < oldRows.length; i++) {
      if (oldKeys[2 * i] != 0) {
        set(find(oldKeys[2 * i], oldKeys[2 * i + 1]), oldKeys[2 * i], oldKeys[2 * i + 1], oldRows[i]);
      }
    }
  }
}
