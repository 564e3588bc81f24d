package dev.chatstream.store.list;

import dev.chatstream.core.file.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A set of row sources, each as 128 bits of its SHA-256, in open addressing: slot after slot of two longs, an empty
/// one being zero. The same slots stand in the index file, where one is looked up without reading the rest.
final class SourceSet {

  /// Bytes of a slot.
  static final int SLOT = 16;

  private static final int SMALLEST = 64;

  /// The hash of one source; never zero.
  record Key(long high, long low) {

    static Key of(String source) {
      ByteBuffer hash = ByteBuffer.wrap(
          Sha256.start().digest(source.getBytes(StandardCharsets.UTF_8)));
      return new Key(hash.getLong() | 1, hash.getLong());
    }

    /// Where to begin to look among this many slots, a power of two.
    long slot(long slots) {
      return low & (slots - 1);
    }
  }

  private long[] table = new long[2 * SMALLEST];
  private long count;

  void add(Key key) {
    if (2 * (count + 1) > slots()) {
      grow();
    }
    if (put(table, key)) {
      count++;
    }
  }

  boolean contains(Key key) {
    int slots = (int) slots();
    for (int i = (int) key.slot(slots); table[2 * i] != 0; i = (i + 1) & (slots - 1)) {
      if (table[2 * i] == key.high() && table[2 * i + 1] == key.low()) {
        return true;
      }
    }
    return false;
  }

  /// How many sources it holds.
  long count() {
    return count;
  }

  /// How many it has room for; at most half of them are taken.
  long slots() {
    return table.length / 2;
  }

  /// All slots as they stand in the index file.
  ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(table.length * Long.BYTES);
    bytes.asLongBuffer().put(table);
    return bytes;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        put(table, new Key(old[i], old[i + 1]));
      }
    }
  }

  private static boolean put(long[] table, Key key) {
    int slots = table.length / 2;
    int i = (int) key.slot(slots);
    while (table[2 * i] != 0) {
      if (table[2 * i] == key.high() && table[2 * i + 1] == key.low()) {
        return false;
      }
      i = (i + 1) & (slots - 1);
    }
    table[2 * i] = key.high();
    table[2 * i + 1] = key.low();
    return true;
  }
}
