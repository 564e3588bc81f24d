package dev.chatstream.store.list;

import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import java.util.List;

/// Gives the rows of one list.
interface RowSource {

  /// The list's columns, in its order.
  List<String> columns();

  /// The next row, or null at the end.
  TaskRow next() throws StoreException;

  /// What is wrong with the list, in words, as far as it was read; empty when nothing is.
  String problem();

  /// What else is to be told of it; empty when nothing is.
  default String note() {
    return "";
  }

  /// Closes the file.
  void close() throws StoreException;
}
