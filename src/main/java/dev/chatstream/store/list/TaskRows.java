package dev.chatstream.store.list;

import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import java.util.List;
import java.util.function.Consumer;

/// The rows of a list, one after the other; never all in memory. Close it.
public final class TaskRows implements AutoCloseable {

  private final RowSource source;
  private TaskRow next;

  /// @param source closed with this
  TaskRows(RowSource source) throws StoreException {
    this.source = source;
    this.next = source.next();
  }

  /// The list's columns, in its order.
  public List<String> columns() {
    return source.columns();
  }

  /// What is wrong with the list, in words; asked when all rows were read. Empty when all is well.
  public String problem() {
    return source.problem();
  }

  /// A sentence about a list of another kind: why it can't be added to, and what can be done; else empty.
  public String note() {
    return source.note();
  }

  /// Whether there is one more.
  public boolean hasNext() {
    return next != null;
  }

  /// The next row.
  ///
  /// @throws StoreException when the file can't be read on; the row is lost to this reading, not to the file
  public TaskRow next() throws StoreException {
    TaskRow row = next;
    next = source.next();
    return row;
  }

  /// Gives all that are left.
  public void forEachRemaining(Consumer<TaskRow> taker) throws StoreException {
    while (hasNext()) {
      taker.accept(next());
    }
  }

  @Override
  public void close() throws StoreException {
    source.close();
  }
}
