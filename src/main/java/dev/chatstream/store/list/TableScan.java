package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/// Looks at some columns of all rows of a table, in one pass through its file; changes count.
final class TableScan {

  private static final int CHUNK = 256 * 1024;
  private static final int SHORT = 256;

  private final ListTable table;
  private final int[] columns;
  private final Visitor visitor;
  private int row = -1;

  /// Sees a row.
  @FunctionalInterface
  interface Visitor {
    /// @param cells the text of each column that was asked for; of this row only
    void row(int ref, IntFunction<String> cells);
  }

  private TableScan(ListTable table, int[] columns, Visitor visitor) {
    this.table = table;
    this.columns = columns;
    this.visitor = visitor;
  }

  /// Shows all rows: those of the file in its order, then the new ones.
  ///
  /// @param wanted asked now and then
  /// @return false when nobody wanted it any more
  static boolean all(ListTable table, int[] columns, Visitor visitor, BooleanSupplier wanted) throws StoreException {
    try {
      TableScan scan = new TableScan(table, columns, visitor);
      return (scan.coded() ? scan.codes() : scan.file(wanted)) && scan.added();
    } catch (IOException e) {
      throw Failures.reading(e, Path.of("the list"));
    }
  }

  /// Whether all that is asked for is known of each row without reading it.
  private boolean coded() {
    for (int column : columns) {
      if (column != table.base().column("status") && column != table.base().column("priority")) {
        return false;
      }
    }
    return true;
  }

  private boolean codes() throws StoreException {
    int status = table.base().column("status");
    for (int ref = 0; ref < table.base().rows(); ref++) {
      if (table.order().has(ref) && !table.isNew(ref)) {
        byte code = table.code(ref);
        String first = RowCode.status(code);
        String second = RowCode.priority(code);
        // A word of somebody else's stands in the file alone.
        String[] read = first == null || second == null ? table.cells(ref, SHORT) : null;
        visitor.row(ref, column -> read != null ? read[column] : column == status ? first : second);
      }
    }
    return true;
  }

  private boolean file(BooleanSupplier wanted) throws IOException, StoreException {
    ListBase base = table.base();
    CsvWalker walker = new CsvWalker(base.dialect().separator(), columns, this::row);
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    long at = base.dialect().start();
    while (at < base.signature().length()) {
      if (!wanted.getAsBoolean()) {
        return false;
      }
      int read = base.channel().read(
          chunk.clear().limit((int) Math.min(CHUNK, base.signature().length() - at)), at);
      if (read < 0) {
        throw new IOException("the file became shorter while it was read");
      }
      walker.feed(chunk.array(), 0, read);
      at += read;
    }
    walker.end();
    return true;
  }

  private boolean row(CsvWalker walker) {
    if (walker.blank()) {
      return true;
    }
    int ref = row++;
    if (ref >= 0 && table.order().has(ref) && !table.isNew(ref)) {
      RowCell changes = table.changes(ref);
      visitor.row(ref, column -> {
        String own = RowCell.text(changes, column);
        return own == null ? walker.text(kept(column)) : own;
      });
    }
    return true;
  }

  private boolean added() throws StoreException {
    for (int ref : table.newRows()) {
      String[] cells = table.cells(ref, ListTable.WHOLE);
      visitor.row(ref, column -> cells[column]);
    }
    return true;
  }

  private int kept(int column) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == column) {
        return i;
      }
    }
    throw new IllegalArgumentException("column " + column + " was not asked for");
  }
}
