package dev.chatstream.store.list;

import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.table.TableEdit;
import dev.chatstream.core.table.TaskStatus;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.legacy.KnownColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Does in the table what a person wants, step by step, and remembers the steps. When one of them can't be done, those
/// before it are taken back.
final class EditMaker {

  /// More rows are not changed at once: the journal has to hold what each of them held before.
  static final int MOST_ROWS = 100_000;

  private static final List<String> PRIORITIES = List.of("", "A", "B", "C");

  private final ListTable table;
  private final Instant now;
  private final List<RowOp> ops = new ArrayList<>();
  private final long largest;

  EditMaker(ListTable table, Instant now) {
    this.table = table;
    this.now = now;
    this.largest = table.maxIndex();
  }

  /// Does it; all or nothing.
  ///
  /// @param refs the rows, in their order
  /// @return what was done; without steps when nothing had to be
  ListEdit make(TableEdit edit, List<Integer> refs) throws StoreException {
    if (refs.size() > MOST_ROWS || edit instanceof TableEdit.Renumber && table.rows() > MOST_ROWS) {
      throw new StoreException(new StoreFailure.NotDone("Nothing was changed",
          "at most " + MOST_ROWS + " rows are changed at once"));
    }
    try {
      String words = apply(edit, refs);
      return new ListEdit(Ids.next(now).toString(), words, ops);
    } catch (StoreException | RuntimeException e) {
      table.takeBack(ops, largest, e);
      throw e;
    }
  }

  private String apply(TableEdit edit, List<Integer> refs) throws StoreException {
    return switch (edit) {
      case TableEdit.Put put -> put(put.column(), refs, before -> put.text());
      case TableEdit.FlipDone flip -> {
        boolean all = allDone(refs);
        yield put("status", refs, before -> all ? TaskStatus.TO_DO : TaskStatus.DONE);
      }
      case TableEdit.NextStatus next -> put("status", refs, TaskStatus::next);
      case TableEdit.NextPriority next ->
        put("priority", refs, before -> PRIORITIES.get((PRIORITIES.indexOf(before) + 1) % PRIORITIES.size()));
      case TableEdit.Add add -> add(add.content(), refs.isEmpty() ? table.order().last() : refs.getLast());
      case TableEdit.Delete delete -> delete(refs);
      case TableEdit.Move move -> move(move.by(), refs);
      case TableEdit.Renumber renumber -> renumber();
    };
  }

  private boolean allDone(List<Integer> refs) throws StoreException {
    int status = require("status");
    for (int ref : refs) {
      if (!table.cell(ref, status).equals(TaskStatus.DONE)) {
        return false;
      }
    }
    return true;
  }

  private String put(String column, List<Integer> refs, UnaryOperator<String> change) throws StoreException {
    int at = require(column);
    int changed = 0;
    for (int ref : refs) {
      String[] cells = table.cells(ref, ListTable.WHOLE);
      String after = change.apply(cells[at]);
      refuse(after);
      if (!after.equals(cells[at])) {
        changed++;
        apply(new RowOp.Put(ref, table.key(cells), at, cells[at], after));
        touch(ref, cells);
      }
    }
    return column + " of " + rows(changed);
  }

  private void touch(int ref, String[] cells) throws StoreException {
    int updated = table.base().column("updated");
    if (updated >= 0) {
      apply(new RowOp.Put(ref, table.key(cells), updated, cells[updated], now.toString()));
    }
  }

  private String add(String content, int behind) throws StoreException {
    refuse(content);
    if (table.maxIndex() == Long.MAX_VALUE) {
      throw new StoreException(new StoreFailure.NotDone("No row was added", "the largest index leaves no room"));
    }
    String[] cells = table.blank();
    set(cells, KnownColumns.INDEX, Long.toString(table.maxIndex() + 1));
    set(cells, "id", Ids.next(now).toString());
    set(cells, "created", now.toString());
    set(cells, "updated", now.toString());
    set(cells, KnownColumns.ROLE, "user");
    set(cells, KnownColumns.CONTENT, content);
    set(cells, "status", TaskStatus.TO_DO);
    apply(new RowOp.Add(table.newRef(), table.key(cells), behind, table.key(behind), List.of(cells)));
    return "new row " + (table.maxIndex());
  }

  private void set(String[] cells, String column, String text) {
    int at = table.base().column(column);
    if (at >= 0) {
      cells[at] = text;
    }
  }

  private String delete(List<Integer> refs) throws StoreException {
    for (int ref : refs) {
      int behind = table.order().behind(ref);
      List<String> cells = List.of(table.cells(ref, ListTable.WHOLE));
      apply(new RowOp.Drop(ref, table.key(ref), behind, table.key(behind), cells));
    }
    return "deleting " + rows(refs.size());
  }

  private String move(int by, List<Integer> refs) throws StoreException {
    List<Integer> inOrder = by < 0 ? refs : refs.reversed();
    int moved = 0;
    for (int step = 0; step < Math.abs(by); step++) {
      int stuck = RowOp.TOP;
      for (int ref : inOrder) {
        int to = by < 0 ? above(ref, stuck) : below(ref, stuck);
        if (to == ref) {
          stuck = ref;
        } else {
          moved += step == 0 ? 1 : 0;
          int from = table.order().behind(ref);
          apply(new RowOp.Move(ref, table.key(ref), from, table.key(from), to, table.key(to)));
        }
      }
    }
    return "moving " + rows(moved);
  }

  /// Behind which row it stands when it is one higher; itself when it can't go there.
  ///
  /// @param stuck the row that could not go on before it
  private int above(int ref, int stuck) {
    int before = table.order().behind(ref);
    return before == RowOp.TOP || before == stuck ? ref : table.order().behind(before);
  }

  private int below(int ref, int stuck) {
    int after = table.order().after(ref);
    return after == RowOp.TOP || after == stuck ? ref : after;
  }

  private String renumber() throws StoreException {
    int at = require(KnownColumns.INDEX);
    long changed = 0;
    for (int place = 0; place < table.rows(); place++) {
      int ref = table.order().at(place);
      String before = table.cell(ref, at);
      if (ListScan.index(before) != place + 1) {
        changed++;
        apply(new RowOp.Put(ref, table.key(ref), at, before, Integer.toString(place + 1)));
      }
    }
    return "new numbers of " + rows(changed);
  }

  private void apply(RowOp op) throws StoreException {
    table.apply(op);
    ops.add(op);
  }

  private int require(String column) throws StoreException {
    int at = table.base().column(column);
    if (at < 0) {
      throw new StoreException(new StoreFailure.NotDone("Nothing was changed",
          "this list has no column \"" + column + "\""));
    }
    return at;
  }

  private static void refuse(String text) throws StoreException {
    String refusal = RowWriter.refusal(text);
    if (!refusal.isEmpty()) {
      throw new StoreException(new StoreFailure.NotDone("Nothing was changed", refusal));
    }
  }

  private static String rows(long count) {
    return count + (count == 1 ? " row" : " rows");
  }
}
