package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileStamp;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Writes the changes of a list into its file, by one rename. Before it the journal says how the file will be, so that
/// whoever comes after a kill knows on which side of the rename it was. The caller holds the list's lock.
final class EditFold {

  private final ListFiles files;

  EditFold(ListFiles files) {
    this.files = files;
  }

  /// How the list is afterwards.
  ///
  /// @param history with the numbers of the new file
  /// @param numbers the new number of each row
  record Folded(ListBase base, EditHistory history, RowOp.Refs numbers) {}

  /// Does it. The table's file is closed; the new one is open.
  ///
  /// @param history what was changed, with the numbers of the table
  Folded fold(ListTable table, EditHistory history) throws StoreException {
    TableWriter writer = new TableWriter(table);
    new AtomicFile(files.ops()).replace(files.csv(), out -> {
      writer.writeTo(out);
      announce(new EditJson.Base(writer.signature(), table.rows()));
      files.ops().delete(files.idx());
    });
    EditJson.Base base = new EditJson.Base(writer.signature(), table.rows());
    RowOp.Refs numbers = numbers(table.order());
    EditHistory after = history.with(numbers);
    finish(after, base);
    ListBase opened = opened(table, writer);
    table.base().close();
    return new Folded(opened, after, numbers);
  }

  /// The list's file has all of it: keeps what can be taken back, and ends the journal.
  void finish(EditHistory history, EditJson.Base base) throws StoreException {
    history.write(files.ops(), files.history(), base);
    try {
      files.ops().delete(files.pending());
    } catch (IOException e) {
      throw Failures.writing(e, files.pending());
    }
  }

  /// The numbers of rows after their order was written; rows that are not in it get numbers below zero.
  static RowOp.Refs numbers(RowOrder order) {
    RowOrder.Places places = order.places();
    Map<Integer, Integer> gone = new HashMap<>();
    return (ref, key) -> {
      int place = ref == RowOp.TOP ? ref : places.of(ref);
      return place != -1 ? place : gone.computeIfAbsent(ref, unknown -> -1 - gone.size());
    };
  }

  /// The journal is written anew for that: behind a damaged record nobody would read it, and after a force that failed
  /// nothing may be added to the same file.
  private void announce(EditJson.Base base) throws IOException {
    try {
      EditLog log = EditLog.read(files.pending()).orElseThrow(() -> new IOException("its edit journal is gone"));
      new AtomicFile(files.ops()).replace(files.pending(), out -> {
        out.write(EditLog.line(log.base()));
        for (EditJson.Did did : log.did()) {
          out.write(EditLog.line(did));
        }
        out.write(EditLog.line(base));
      });
    } catch (StoreException e) {
      throw new IOException(e.failure().sentence(), e);
    }
  }

  private ListBase opened(ListTable table, TableWriter writer) throws StoreException {
    OpenList list = OpenList.toRead(files.csv());
    try {
      FileStamp stamp = FileStamp.of(files.csv());
      if (stamp.size() != writer.signature().length()) {
        throw new IOException("it was changed while it was written");
      }
      return new ListBase(list, stamp, writer.signature(), writer.starts(), writer.codes(), table.maxIndex());
    } catch (IOException e) {
      list.close();
      throw Failures.reading(e, files.csv());
    }
  }
}
