package dev.chatstream.store.list;

import java.util.List;

/// One step of a change of a list. A row is named by a number: its place in the file as that was when the change was
/// made, or, when it is not in the file, a number below zero; and by its id, for the case that somebody else changed
/// the
/// file meanwhile.
sealed interface RowOp {

  /// In the place of a row: before all of them.
  int TOP = Integer.MIN_VALUE;

  /// The row.
  int ref();

  /// Its id; empty when it has none.
  String key();

  /// The step that takes this one back.
  RowOp back();

  /// The same with other numbers for rows.
  RowOp with(Refs refs);

  /// Gives a row another number.
  @FunctionalInterface
  interface Refs {
    /// @param key its id; empty when it has none
    int of(int ref, String key);
  }

  /// Another text in a cell.
  record Put(int ref, String key, int column, String before, String after) implements RowOp {
    @Override
    public RowOp back() {
      return new Put(ref, key, column, after, before);
    }

    @Override
    public RowOp with(Refs refs) {
      return new Put(refs.of(ref, key), key, column, before, after);
    }
  }

  /// A new row behind another one.
  record Add(int ref, String key, int behind, String behindKey, List<String> cells) implements RowOp {
    @Override
    public RowOp back() {
      return new Drop(ref, key, behind, behindKey, cells);
    }

    @Override
    public RowOp with(Refs refs) {
      return new Add(refs.of(ref, key), key, refs.of(behind, behindKey), behindKey, cells);
    }
  }

  /// A row less; it was behind another one.
  record Drop(int ref, String key, int behind, String behindKey, List<String> cells) implements RowOp {
    @Override
    public RowOp back() {
      return new Add(ref, key, behind, behindKey, cells);
    }

    @Override
    public RowOp with(Refs refs) {
      return new Drop(refs.of(ref, key), key, refs.of(behind, behindKey), behindKey, cells);
    }
  }

  /// A row elsewhere: from behind one to behind another.
  record Move(int ref, String key, int from, String fromKey, int to, String toKey) implements RowOp {
    @Override
    public RowOp back() {
      return new Move(ref, key, to, toKey, from, fromKey);
    }

    @Override
    public RowOp with(Refs refs) {
      return new Move(refs.of(ref, key), key, refs.of(from, fromKey), fromKey, refs.of(to, toKey), toKey);
    }
  }
}
