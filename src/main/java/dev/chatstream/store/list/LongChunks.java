package dev.chatstream.store.list;

import java.util.ArrayList;
import java.util.List;

/// A growing row of numbers that is never copied while it grows: eight bytes each.
final class LongChunks {

  private static final int BITS = 15;
  private static final int CHUNK = 1 << BITS;

  private final List<long[]> chunks = new ArrayList<>();
  private int size;

  void add(long value) {
    if (size == chunks.size() << BITS) {
      chunks.add(new long[CHUNK]);
    }
    chunks.get(size >>> BITS)[size & CHUNK - 1] = value;
    size++;
  }

  long get(int place) {
    return chunks.get(place >>> BITS)[place & CHUNK - 1];
  }

  int size() {
    return size;
  }
}
