package dev.chatstream.store.list;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// The rows that a person marked.
final class Marks {

  private final BitSet inFile = new BitSet();
  private final Set<Integer> others = new HashSet<>();

  boolean has(int ref) {
    return ref >= 0 ? inFile.get(ref) : others.contains(ref);
  }

  void set(int ref, boolean marked) {
    if (ref >= 0) {
      inFile.set(ref, marked);
    } else if (marked) {
      others.add(ref);
    } else {
      others.remove(ref);
    }
  }

  void clear() {
    inFile.clear();
    others.clear();
  }

  int count() {
    return inFile.cardinality() + others.size();
  }

  /// The same rows under other numbers.
  Marks with(RowOp.Refs refs) {
    Marks moved = new Marks();
    inFile.stream().forEach(ref -> moved.take(refs.of(ref, "")));
    others.forEach(ref -> moved.take(refs.of(ref, "")));
    return moved;
  }

  private void take(int ref) {
    if (ref >= 0) {
      set(ref, true);
    }
  }
}
