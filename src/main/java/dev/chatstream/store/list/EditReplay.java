package dev.chatstream.store.list;

import dev.chatstream.core.chat.Ids;
import dev.chatstream.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Does changes on a list that may not be the one that they were made for: a step that fits is done, one that is done
/// already is left out, and where somebody else has changed the same, theirs stays and ours becomes a row of its own
/// below it.
final class EditReplay {

  private final ListTable table;
  private final Instant now;
  private final boolean keepsBoth;
  private final Map<Integer, Integer> copies = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private int left;

  /// @param keepsBoth whether a text that stands against another one becomes a row; else it is left out and counted
  EditReplay(ListTable table, Instant now, boolean keepsBoth) {
    this.table = table;
    this.now = now;
    this.keepsBoth = keepsBoth;
  }

  /// Does what can be done of it; nothing where that fails.
  ///
  /// @return the steps that were done
  List<RowOp> apply(List<RowOp> ops) throws StoreException {
    long largest = table.maxIndex();
    List<RowOp> done = new ArrayList<>();
    try {
      for (RowOp op : ops) {
        RowOp fitting = fitting(op, done);
        if (fitting != null && table.fits(fitting)) {
          table.apply(fitting);
          done.add(fitting);
        }
      }
      return done;
    } catch (StoreException | RuntimeException e) {
      table.takeBack(done, largest, e);
      throw e;
    }
  }

  /// What stood against somebody else's changes, as sentences.
  List<String> told() {
    return told;
  }

  /// How many steps were left out because they don't fit any more.
  int left() {
    return left;
  }

  private RowOp fitting(RowOp op, List<RowOp> done) throws StoreException {
    if (!table.hasColumns(op) || op.ref() == RowOp.TOP) {
      left++;
      return null;
    }
    return switch (op) {
      case RowOp.Put put -> put(put, done);
      case RowOp.Add add -> add(add);
      case RowOp.Drop drop -> drop(drop);
      case RowOp.Move move -> move(move);
    };
  }

  private RowOp put(RowOp.Put put, List<RowOp> done) throws StoreException {
    int ref = copies.getOrDefault(put.ref(), put.ref());
    if (!table.order().has(ref)) {
      left++;
      tell("A row that you changed was deleted there.");
      return null;
    }
    String now = table.cell(ref, put.column());
    if (now.equals(put.after())) {
      return null;
    }
    boolean stamp = put.column() == table.base().column("updated");
    if (now.equals(put.before()) || stamp || ref != put.ref()) {
      return new RowOp.Put(ref, put.key(), put.column(), now, put.after());
    }
    left++;
    if (keepsBoth) {
      RowOp.Add copy = copy(ref, put);
      table.apply(copy);
      done.add(copy);
      copies.put(put.ref(), copy.ref());
    }
    return null;
  }

  private RowOp.Add copy(int ref, RowOp.Put put) throws StoreException {
    String[] cells = table.cells(ref, ListTable.WHOLE);
    String theirs = cells[table.base().column("index")];
    cells[put.column()] = put.after();
    number(cells);
    tell("Row " + theirs + " was changed on both sides: yours is row " + cells[table.base().column("index")] + ".");
    return new RowOp.Add(table.newRef(), table.key(cells), ref, table.key(ref), List.of(cells));
  }

  /// Gives a row an index and an id of its own.
  private void number(String[] cells) {
    cells[table.base().column("index")] = Long.toString(table.maxIndex() + 1);
    int id = table.base().column("id");
    if (id >= 0) {
      cells[id] = Ids.next(now).toString();
    }
  }

  private RowOp add(RowOp.Add add) {
    if (table.order().has(add.ref())) {
      return null;
    }
    int behind = table.order().has(add.behind()) ? add.behind() : table.order().last();
    List<String> cells = new ArrayList<>(add.cells());
    int index = table.base().column("index");
    boolean taken = keepsBoth && ListScan.index(cells.get(index)) <= table.maxIndex();
    if (taken) {
      cells.set(index, Long.toString(table.maxIndex() + 1));
    }
    return new RowOp.Add(add.ref(), add.key(), behind, add.behindKey(), cells);
  }

  private RowOp drop(RowOp.Drop drop) throws StoreException {
    if (!table.order().has(drop.ref())) {
      return null;
    }
    List<String> now = List.of(table.cells(drop.ref(), ListTable.WHOLE));
    if (!now.equals(drop.cells())) {
      left++;
      tell("A row that you deleted was changed there, and stays.");
      return null;
    }
    return new RowOp.Drop(drop.ref(), drop.key(), table.order().behind(drop.ref()), drop.behindKey(), now);
  }

  private RowOp move(RowOp.Move move) {
    if (!table.order().has(move.ref()) || !table.order().has(move.to()) || move.ref() == move.to()) {
      left++;
      return null;
    }
    return new RowOp.Move(move.ref(), move.key(), table.order().behind(move.ref()), move.fromKey(), move.to(),
        move.toKey());
  }

  private void tell(String sentence) {
    if (!told.contains(sentence)) {
      told.add(sentence);
    }
  }
}
