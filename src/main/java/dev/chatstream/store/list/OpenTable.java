package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.table.TableEdit;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AppendFile;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileStamp;
import dev.chatstream.store.file.LockFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The table of a list with its edit journal: each change is forced to the journal under the list's lock before it
/// counts. Whoever else has written the list or folded our changes meanwhile is noticed there, and the list is read
/// anew.
final class OpenTable implements AutoCloseable {

  /// What a row is that can't be found again.
  static final int GONE = RowOp.TOP + 1;

  private final ListFiles files;
  private final InstantSource clock;
  private final AppendFile journal;
  private ListTable table;
  private EditHistory history = new EditHistory();
  /// How our journal was when we wrote it last; null when there is none.
  private FileStamp pending;

  OpenTable(ListFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
    this.journal = new AppendFile(files.ops());
  }

  /// What was done.
  ///
  /// @param told what else the person should know
  /// @param left what could not be done of an undo, in words; empty when all was
  record Done(ListEdit edit, List<String> told, String left) {}

  /// Takes up a file that was read.
  void take(ListBase base) throws StoreException {
    table = new ListTable(base);
    history = new EditHistory();
    Optional<EditHistory.Kept> kept = EditHistory.read(files.history());
    if (kept.isPresent()) {
      history = kept.get().base().signature().equals(base.signature())
          ? kept.get().history()
          : kept.get().history().with(where(Relocation.keys(kept.get().history().all())));
      history.all().forEach(edit -> edit.ops().forEach(op -> table.used(op.ref())));
    }
  }

  private Relocation where(Set<String> keys) throws StoreException {
    try {
      return Relocation.in(table.base(), keys);
    } catch (IOException e) {
      throw Failures.reading(e, files.csv());
    }
  }

  ListTable table() {
    return table;
  }

  EditHistory history() {
    return history;
  }

  boolean pending() {
    return pending != null;
  }

  /// Whether nobody else has written the list or its journal since we did.
  boolean current() throws StoreException {
    try {
      boolean mine = pending == null ? !files.isPending() : stamp(files.pending()).filter(pending::equals).isPresent();
      return mine && stamp(files.csv()).filter(table.base().stamp()::equals).isPresent();
    } catch (IOException e) {
      throw Failures.reading(e, files.csv());
    }
  }

  private static Optional<FileStamp> stamp(Path file) throws IOException {
    try {
      return Optional.of(FileStamp.of(file));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  /// Changes rows.
  ///
  /// @param moved told when rows have other numbers from now on
  Done edit(TableEdit edit, List<Integer> rows, Consumer<RowOp.Refs> moved) throws StoreException {
    try (LockFile lock = files.lock()) {
      List<Integer> refs = new ArrayList<>(rows);
      List<String> told = refresh(refs, moved);
      refs.removeIf(ref -> !table.order().has(ref) || ref == RowOp.TOP && !(edit instanceof TableEdit.Add));
      if (refs.isEmpty() && table.rows() > 0 && !(edit instanceof TableEdit.Renumber)) {
        throw new StoreException(new StoreFailure.NotDone("Nothing was changed", "the row is not there any more"));
      }
      ListEdit made = new EditMaker(table, clock.instant()).make(edit, refs);
      if (!made.ops().isEmpty()) {
        write(new EditJson.Did(EditHistory.EDIT, made), made.ops());
      }
      return new Done(made, told, "");
    }
  }

  Done undo(Consumer<RowOp.Refs> moved) throws StoreException {
    return again(EditHistory.UNDO, moved);
  }

  Done redo(Consumer<RowOp.Refs> moved) throws StoreException {
    return again(EditHistory.REDO, moved);
  }

  private Done again(String kind, Consumer<RowOp.Refs> moved) throws StoreException {
    try (LockFile lock = files.lock()) {
      List<String> told = refresh(new ArrayList<>(), moved);
      boolean undo = kind.equals(EditHistory.UNDO);
      ListEdit edit = (undo ? history.toUndo() : history.toRedo()).orElseThrow(() -> new StoreException(
          new StoreFailure.NotUndoable(files.file(), undo ? "nothing was changed" : "nothing was undone")));
      EditReplay replay = new EditReplay(table, clock.instant(), false);
      List<RowOp> done = replay.apply((undo ? edit.back() : edit).ops());
      write(new EditJson.Did(kind, new ListEdit(edit.id(), edit.words(), done)), done);
      String left = replay.left() == 0 ? "" : ", but for what was changed since";
      return new Done(new ListEdit(edit.id(), edit.words(), done), told, left);
    }
  }

  /// Forces it to the journal; where that fails the table is as it was before.
  private void write(EditJson.Did did, List<RowOp> applied) throws StoreException {
    try {
      append(EditLog.line(did));
      history.took(did);
    } catch (StoreException | RuntimeException e) {
      EditMaker.takeBack(table, applied);
      throw e;
    }
  }

  private void append(byte[] line) throws StoreException {
    try {
      if (pending == null) {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        first.writeBytes(EditLog.line(new EditJson.Base(table.base().signature(), table.base().rows())));
        first.writeBytes(line);
        if (!new AtomicFile(files.ops()).create(files.pending(), first::writeTo)) {
          throw new StoreException(new StoreFailure.Busy(files.file()));
        }
      } else {
        journal.settle(files.pending());
        journal.append(files.pending(), pending.size(), line);
      }
      pending = FileStamp.of(files.pending());
    } catch (IOException e) {
      throw Failures.writing(e, files.pending());
    }
  }

  /// Reads the list anew when it is not as we left it. The caller holds the lock.
  ///
  /// @param refs rows, which have their new numbers afterwards; those that are gone are out
  private List<String> refresh(List<Integer> refs, Consumer<RowOp.Refs> moved) throws StoreException {
    if (current()) {
      return List.of();
    }
    List<String> keys = new ArrayList<>();
    for (int ref : refs) {
      keys.add(table.key(ref));
    }
    List<String> told = readAnew(moved);
    Relocation there = where(new HashSet<>(keys));
    for (int i = 0; i < keys.size(); i++) {
      refs.set(i, keys.get(i).isEmpty() ? GONE : there.of(refs.get(i), keys.get(i)));
    }
    return told;
  }

  /// The same for somebody who holds no lock.
  List<String> reread(Consumer<RowOp.Refs> moved) throws StoreException {
    try (LockFile lock = files.lock()) {
      return current() ? List.of() : readAnew(moved);
    }
  }

  /// Numbers of rows are of the file as it was: none of them means anything any more.
  private List<String> readAnew(Consumer<RowOp.Refs> moved) throws StoreException {
    List<String> told = PendingEdits.settle(files);
    pending = null;
    ListTable before = table;
    take(BaseScan.whole(files.csv(), files.idx()));
    before.base().close();
    moved.accept((ref, key) -> GONE);
    return told.isEmpty() ? List.of(files.file() + " changed on disk and was read anew.") : told;
  }

  /// Writes what is pending into the file.
  void fold(Consumer<RowOp.Refs> moved) throws StoreException {
    try (LockFile lock = files.lock()) {
      if (!current()) {
        readAnew(moved);
        return;
      }
      EditFold.Folded folded = new EditFold(files, journal).fold(table, history);
      table = new ListTable(folded.base());
      history = folded.history();
      pending = null;
      history.all().forEach(edit -> edit.ops().forEach(op -> table.used(op.ref())));
      moved.accept(folded.numbers());
    }
  }

  @Override
  public void close() throws StoreException {
    if (table != null) {
      table.base().close();
    }
  }
}
