package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.legacy.KnownColumns;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A list's file with the changes that are not in it yet: their order, the cells that differ, the rows that are new. A
/// row of the file costs about ten bytes, whatever is in it. One thread.
final class ListTable {

  /// All bytes of a cell.
  static final int WHOLE = Integer.MAX_VALUE;

  private static final int SHORT = 256;

  private final ListBase base;
  private final RowOrder order;
  private final Map<Integer, RowCell> changed = new HashMap<>();
  private final Map<Integer, String[]> added = new HashMap<>();
  private final int id;
  private final int index;
  private final int status;
  private final int priority;
  private int open;
  private long maxIndex;
  private int lowest;
  private boolean broken;

  ListTable(ListBase base) {
    this.base = base;
    this.order = new RowOrder(base.rows());
    this.id = base.column("id");
    this.index = base.column(KnownColumns.INDEX);
    this.status = base.column("status");
    this.priority = base.column("priority");
    this.maxIndex = base.maxIndex();
    for (int row = 0; row < base.rows(); row++) {
      open += RowCode.open(base.code(row)) ? 1 : 0;
    }
  }

  ListBase base() {
    return base;
  }

  RowOrder order() {
    return order;
  }

  int rows() {
    return order.size();
  }

  /// How many rows say that there is something to do.
  int open() {
    return open;
  }

  /// The largest index of all rows, of those too that were there once.
  long maxIndex() {
    return maxIndex;
  }

  /// A number for a new row.
  int newRef() {
    return --lowest;
  }

  /// Takes numbers down to this one as used.
  void used(int ref) {
    lowest = Math.min(lowest, ref == RowOp.TOP ? lowest : ref);
  }

  /// Whether all of a row is as in the file.
  boolean untouched(int ref) {
    return !added.containsKey(ref) && !changed.containsKey(ref);
  }

  /// Whether its cells are not those of a row of the file.
  boolean isNew(int ref) {
    return added.containsKey(ref);
  }

  /// The rows whose cells are not those of the file, as long as they are there.
  List<Integer> newRows() {
    return added.keySet().stream().sorted(Comparator.reverseOrder()).toList();
  }

  /// What was changed in a row of the file; null for nothing.
  RowCell changes(int ref) {
    return changed.get(ref);
  }

  /// All cells of a row.
  ///
  /// @param most bytes of a cell that are wanted; one that was changed comes whole
  String[] cells(int ref, int most) throws StoreException {
    String[] own = added.get(ref);
    if (own != null) {
      return own.clone();
    }
    String[] cells = base.cells(ref, most);
    for (RowCell cell = changed.get(ref); cell != null; cell = cell.earlier()) {
      cells[cell.column()] = cell.text();
    }
    return cells;
  }

  String cell(int ref, int column) throws StoreException {
    String[] own = added.get(ref);
    String known = own == null ? RowCell.text(changed.get(ref), column) : own[column];
    return known == null ? base.cells(ref, WHOLE)[column] : known;
  }

  /// By what a row is found again in another state of the list: its id, else its index; empty when it has neither.
  String key(int ref) throws StoreException {
    return ref == RowOp.TOP ? "" : key(cells(ref, SHORT));
  }

  String key(String[] cells) {
    String own = id < 0 ? "" : cells[id];
    return own.isEmpty() ? indexKey(cells[index]) : own;
  }

  static String indexKey(String cell) {
    return ListScan.index(cell) < 0 ? "" : "#" + ListScan.index(cell);
  }

  /// Whether a step can be done here; one of a journal that somebody else has written may not.
  boolean fits(RowOp op) {
    return hasColumns(op) && order.fits(op);
  }

  /// Whether a step speaks of the columns of this list.
  boolean hasColumns(RowOp op) {
    return switch (op) {
      case RowOp.Put put -> put.column() >= 0 && put.column() < columns().size();
      case RowOp.Add add -> add.cells().size() == columns().size();
      case RowOp.Drop drop -> drop.cells().size() == columns().size();
      case RowOp.Move move -> true;
    };
  }

  /// Does it. The row is there, or for a new one is not, and so is the one that it stands behind.
  void apply(RowOp op) throws StoreException {
    used(op.ref());
    switch (op) {
      case RowOp.Put put -> put(put);
      case RowOp.Add add -> {
        put(add.ref(), add.cells().toArray(String[]::new));
        order.add(add.ref(), add.behind());
        maxIndex = Math.max(maxIndex, ListScan.index(add.cells().get(index)));
        open += open(add.ref()) ? 1 : 0;
      }
      case RowOp.Drop drop -> {
        open -= open(drop.ref()) ? 1 : 0;
        order.drop(drop.ref());
        added.remove(drop.ref());
        changed.remove(drop.ref());
      }
      case RowOp.Move move -> {
        order.drop(move.ref());
        order.add(move.ref(), move.to());
      }
    }
  }

  /// Takes steps back that were done, the last one first, because of a failure. Where the file can't be read for that,
  /// the table is broken from then on.
  ///
  /// @param largest the largest index before them
  void takeBack(List<RowOp> ops, long largest, Exception why) {
    boolean interrupted = Thread.interrupted(); // Else reading would fail for that alone.
    try {
      for (RowOp op : ops.reversed()) {
        apply(op.back());
      }
      maxIndex = largest;
    } catch (StoreException e) {
      broken = true;
      why.addSuppressed(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Whether it has to be read anew, as nobody knows how much of a change was taken back.
  boolean broken() {
    return broken;
  }

  /// A row of the file that comes back as it was there is taken from there.
  private void put(int ref, String[] cells) throws StoreException {
    if (ref < 0 || !Arrays.equals(base.cells(ref, WHOLE), cells)) {
      added.put(ref, cells);
    }
  }

  private void put(RowOp.Put put) throws StoreException {
    boolean counts = put.column() == status;
    open -= counts && open(put.ref()) ? 1 : 0;
    if (added.containsKey(put.ref())) {
      added.get(put.ref())[put.column()] = put.after();
    } else {
      changed.put(put.ref(), RowCell.with(changed.get(put.ref()), put.column(), put.after()));
    }
    open += counts && open(put.ref()) ? 1 : 0;
    if (put.column() == index) {
      maxIndex = Math.max(maxIndex, ListScan.index(put.after()));
    }
  }

  /// Whether this row says that there is something to do.
  boolean open(int ref) throws StoreException {
    return RowCode.open(code(ref));
  }

  /// Status and priority of a row.
  byte code(int ref) throws StoreException {
    String[] own = added.get(ref);
    RowCell cell = changed.get(ref);
    boolean read = own != null
        || RowCell.text(cell, status) != null
        || RowCell.text(cell, priority) != null;
    if (!read) {
      return base.code(ref);
    }
    String[] cells = own == null ? cells(ref, SHORT) : own;
    return RowCode.of(status < 0 ? "" : cells[status], priority < 0 ? "" : cells[priority]);
  }

  List<String> columns() {
    return base.columns();
  }

  /// Cells of a new row that holds nothing.
  String[] blank() {
    String[] cells = new String[columns().size()];
    Arrays.fill(cells, "");
    return cells;
  }
}
