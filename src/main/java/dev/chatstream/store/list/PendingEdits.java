package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.Quarantine;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tinylog.Logger;

/// The one way to a list for whoever reads or writes it: what was changed in its table and is not in its file yet goes
/// there first.
public final class PendingEdits {

  private PendingEdits() {}

  /// Takes a list's lock, with all changes in its file.
  ///
  /// @param file its file name in `task_lists/`
  public static LockFile lock(DataRoot root, FileOps ops, String file) throws StoreException {
    ListFiles files = new ListFiles(root, ops, file);
    LockFile lock = files.lock();
    try {
      settle(files);
      return lock;
    } catch (StoreException e) {
      if (e.failure() instanceof StoreFailure.Unreadable) {
        Logger.warn("{} is damaged, so its last changes wait in .store/edits: {}", file, e.failure().sentence());
        return lock;
      }
      lock.close();
      throw e;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// For those who only read and take no lock: has the changes put into the file, if there are any. Where that can't
  /// be done, as on a disk that can only be read, the list is read as it is, which the log says.
  public static void beforeReading(DataRoot root, FileOps ops, String file) {
    ListFiles files = new ListFiles(root, ops, file);
    if (!files.isPending()) {
      return;
    }
    try (LockFile lock = files.lock()) {
      settle(files);
    } catch (StoreException e) {
      Logger.warn("{} is read without its last changes, which are kept in .store/edits: {}", file,
          e.failure().sentence());
    }
  }

  /// Puts the changes of all lists into their files, such as those of a program that was killed.
  public static void settleAll(DataRoot root, FileOps ops, List<String> lists) {
    lists.forEach(file -> beforeReading(root, ops, file));
  }

  /// What is told of joining changes with somebody else's. The caller holds the list's lock.
  static List<String> settle(ListFiles files) throws StoreException {
    if (!files.isPending()) {
      return List.of();
    }
    if (RegularFile.look(files.csv()).isEmpty()) {
      // Nobody knows of which list these were changes: one that is made under its name is another one.
      keepAside(files, "its list is gone");
      delete(files);
      return List.of();
    }
    Optional<EditLog> found = EditLog.read(files.pending());
    if (found.isEmpty() || found.get().damaged()) {
      keepAside(files, "it could not be read to its end");
    }
    if (found.isEmpty()) {
      delete(files);
      return List.of();
    }
    EditLog log = found.get();
    ListBase base = BaseScan.whole(files.csv(), files.idx());
    boolean open = true;
    try {
      Optional<EditHistory.Kept> kept = EditHistory.read(files.history());
      EditFold fold = new EditFold(files);
      if (log.target().filter(base.signature()::equals).isPresent()) {
        finish(fold, log, kept, base);
        return List.of();
      }
      ListTable table = new ListTable(base);
      List<String> told = new ArrayList<>();
      EditHistory history = replay(files, log, kept, table, told);
      EditFold.Folded folded = fold.fold(table, history);
      open = false;
      folded.base().close();
      told.forEach(sentence -> Logger.warn("{}: {}", files.file(), sentence));
      return told;
    } catch (IOException e) {
      throw Failures.reading(e, files.csv());
    } finally {
      if (open) {
        base.close();
      }
    }
  }

  /// The rename was done, what follows it was not.
  private static void finish(EditFold fold, EditLog log, Optional<EditHistory.Kept> kept, ListBase base)
      throws StoreException {
    EditJson.Base now = new EditJson.Base(base.signature(), base.rows());
    boolean done = kept.isPresent() && kept.get().base().equals(now);
    EditHistory history = kept.map(EditHistory.Kept::history).orElseGet(EditHistory::new);
    if (!done) {
      RowOrder order = new RowOrder(log.base().rows());
      boolean fits = true;
      for (EditJson.Did did : log.did()) {
        history.took(did);
        for (RowOp op : did.edit().ops()) {
          fits = fits && reorder(order, op);
        }
      }
      history = fits ? history.with(EditFold.numbers(order)) : new EditHistory(); // An undo less.
    }
    fold.finish(history, now);
  }

  private static boolean reorder(RowOrder order, RowOp op) {
    if (!order.fits(op)) {
      return false;
    }
    switch (op) {
      case RowOp.Put put -> {
        // Stays where it is.
      }
      case RowOp.Add add -> order.add(add.ref(), add.behind());
      case RowOp.Drop drop -> order.drop(drop.ref());
      case RowOp.Move move -> {
        order.drop(move.ref());
        order.add(move.ref(), move.to());
      }
    }
    return true;
  }

  /// Does all that is pending on the table; on a file that somebody else has changed, what fits.
  private static EditHistory replay(
      ListFiles files, EditLog log, Optional<EditHistory.Kept> kept, ListTable table, List<String> told)
      throws IOException, StoreException {
    boolean same = log.base().signature().equals(table.base().signature());
    EditHistory before = history(log, kept, table.base(), same);
    if (same) {
      for (EditJson.Did did : log.did()) {
        if (!apply(table, did.edit())) {
          keepAside(files, "a change in it fits no row, so that one and those after it were not done");
          told.add("Changes that fit no row were put aside.");
          return before;
        }
        before.took(did);
      }
      return before;
    }
    Set<String> keys = Relocation.keys(log.did().stream().map(EditJson.Did::edit).toList());
    Relocation there = Relocation.in(table.base(), keys);
    EditReplay replay = new EditReplay(table, Instant.now(), true);
    for (EditJson.Did did : log.did()) {
      ListEdit moved = did.edit().with(there);
      moved.ops().forEach(op -> table.used(op.ref()));
      replay.apply(moved.ops());
      before.took(new EditJson.Did(did.kind(), moved));
    }
    told.add("The file was changed elsewhere; your last changes were joined with that.");
    told.addAll(replay.told());
    return before;
  }

  /// Does all of a change, or nothing.
  private static boolean apply(ListTable table, ListEdit edit) throws StoreException {
    List<RowOp> done = new ArrayList<>();
    long largest = table.maxIndex();
    for (RowOp op : edit.ops()) {
      if (!table.fits(op)) {
        table.takeBack(done, largest, new IllegalArgumentException(edit.id()));
        return false;
      }
      table.apply(op);
      done.add(op);
    }
    return true;
  }

  private static EditHistory history(EditLog log, Optional<EditHistory.Kept> kept, ListBase base, boolean same)
      throws IOException, StoreException {
    if (kept.isEmpty()) {
      return new EditHistory();
    }
    EditHistory history = kept.get().history();
    return same && kept.get().base().equals(log.base())
        ? history
        : history.with(Relocation.in(base, Relocation.keys(history.all())));
  }

  private static void keepAside(ListFiles files, String why) throws StoreException {
    String copy = new Quarantine(files.root(), InstantSource.system(), files.ops()).copy(files.pending());
    Logger.warn("the edit journal of {}: {}; a copy is {}", files.file(), why, copy);
  }

  private static void delete(ListFiles files) throws StoreException {
    try {
      files.ops().delete(files.pending());
    } catch (IOException e) {
      throw Failures.writing(e, files.pending());
    }
  }
}
