package dev.chatstream.store.list;

import java.util.Arrays;

/// The order of the rows of a list, in which a row is put elsewhere in constant time: a list linked both ways, in two
/// arrays, made when the first row moves. Until then it is the file's own.
final class RowOrder {

  private static final int TOP = 0;
  private static final int GONE = -1;

  private final int fromFile;
  private int size;
  private int[] next;
  private int[] before;
  private int[] flat;

  /// @param rows how many the file has
  RowOrder(int rows) {
    fromFile = rows;
    size = rows;
  }

  int size() {
    return size;
  }

  /// All rows in order; null when that is the file's own order.
  int[] flat() {
    if (next != null && flat == null) {
      flat = new int[size];
      int at = next[TOP];
      for (int i = 0; i < size; i++) {
        flat[i] = ref(at);
        at = next[at];
      }
    }
    return next == null ? null : flat;
  }

  /// The row at this place, from 0.
  int at(int place) {
    return next == null ? place : flat()[place];
  }

  /// Where this row stands; -1 when it doesn't. Looks through all of them once rows have moved.
  int place(int ref) {
    if (next == null) {
      return ref >= 0 && ref < fromFile ? ref : -1;
    }
    if (!has(ref)) {
      return -1;
    }
    int[] all = flat();
    for (int i = 0; i < all.length; i++) {
      if (all[i] == ref) {
        return i;
      }
    }
    return -1;
  }

  boolean has(int ref) {
    if (ref == RowOp.TOP) {
      return true;
    }
    int slot = slot(ref);
    return next == null ? ref >= 0 && ref < fromFile : slot < next.length && before[slot] != GONE;
  }

  /// Whether the rows that a step speaks of are there, and a new one is not.
  boolean fits(RowOp op) {
    boolean row = op.ref() != RowOp.TOP && has(op.ref());
    return switch (op) {
      case RowOp.Put put -> row;
      case RowOp.Add add -> !has(add.ref()) && has(add.behind());
      case RowOp.Drop drop -> row;
      case RowOp.Move move -> row && has(move.to()) && move.to() != move.ref();
    };
  }

  /// The row before this one; [RowOp#TOP] when it is the first.
  int behind(int ref) {
    if (next == null) {
      return ref == 0 ? RowOp.TOP : ref - 1;
    }
    return ref(before[slot(ref)]);
  }

  /// The row after this one; [RowOp#TOP] when it is the last.
  int after(int ref) {
    if (next == null) {
      return ref + 1 < fromFile ? ref + 1 : RowOp.TOP;
    }
    return ref(next[slot(ref)]);
  }

  /// The last row; [RowOp#TOP] when there is none.
  int last() {
    if (next == null) {
      return size == 0 ? RowOp.TOP : size - 1;
    }
    return ref(before[TOP]);
  }

  /// Puts a row that is not there behind another one.
  void add(int ref, int behind) {
    link();
    int slot = slot(ref);
    if (slot >= next.length) {
      int old = next.length;
      int larger = Math.max(slot + 1, old + (old >> 3) + 16);
      next = Arrays.copyOf(next, larger);
      before = Arrays.copyOf(before, larger);
      Arrays.fill(before, old, larger, GONE);
    }
    int left = slot(behind);
    int right = next[left];
    next[left] = slot;
    before[slot] = left;
    next[slot] = right;
    before[right] = slot;
    size++;
    flat = null;
  }

  /// Takes a row away that is there.
  void drop(int ref) {
    link();
    int slot = slot(ref);
    next[before[slot]] = next[slot];
    before[next[slot]] = before[slot];
    before[slot] = GONE;
    size--;
    flat = null;
  }

  /// Where each row stands now, for those who ask for many.
  Places places() {
    if (next == null) {
      return ref -> has(ref) ? ref : -1;
    }
    int[] places = new int[next.length];
    Arrays.fill(places, -1);
    int at = next[TOP];
    for (int place = 0; place < size; place++) {
      places[at] = place;
      at = next[at];
    }
    return ref -> slot(ref) < places.length ? places[slot(ref)] : -1;
  }

  /// Tells where rows stand.
  @FunctionalInterface
  interface Places {
    /// @return from 0; -1 for a row that is not there
    int of(int ref);
  }

  private void link() {
    if (next != null) {
      return;
    }
    next = new int[fromFile + 1];
    before = new int[fromFile + 1];
    for (int slot = 0; slot <= fromFile; slot++) {
      next[slot] = slot == fromFile ? TOP : slot + 1;
      before[slot] = slot == TOP ? fromFile : slot - 1;
    }
  }

  private int slot(int ref) {
    return ref == RowOp.TOP ? TOP : ref >= 0 ? ref + 1 : fromFile - ref;
  }

  private int ref(int slot) {
    return slot == TOP ? RowOp.TOP : slot <= fromFile ? slot - 1 : fromFile - slot;
  }
}
