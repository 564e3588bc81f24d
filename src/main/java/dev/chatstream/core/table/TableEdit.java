package dev.chatstream.core.table;

/// What is to be changed in rows of a list.
public sealed interface TableEdit {

  /// This text in this column.
  record Put(String column, String text) implements TableEdit {}

  /// Done, or, when all of them are, to be done again.
  record FlipDone() implements TableEdit {}

  /// The status after theirs.
  record NextStatus() implements TableEdit {}

  /// The priority after theirs: none, A, B, C.
  record NextPriority() implements TableEdit {}

  /// A new row below.
  record Add(String content) implements TableEdit {}

  /// They go.
  record Delete() implements TableEdit {}

  /// They go up, or down if positive, by so many rows.
  record Move(int by) implements TableEdit {}

  /// All rows of the list get the indices 1, 2, 3 ... in their order.
  record Renumber() implements TableEdit {}
}
