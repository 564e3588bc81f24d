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
import org.tinylog.Logger;

/// The table of a list with its edit journal: each change is forced to the journal under the list's lock before it
/// counts. Whoever else has written the list or folded our changes meanwhile is noticed there, and the list is read
/// anew.
final class OpenTable implements AutoCloseable {

  /// What a row is that can't be found again.
  static final int GONE = RowOp.TOP + 1;

  /// A journal of ours at which we could not look again. It is taken for one that somebody else has written.
  private static final FileStamp UNSEEN = new FileStamp(-1, 0, 0, 0, false);

  private final ListFiles files;
  private final InstantSource clock;
  private final AppendFile journal;
  private final AtomicFile newJournal;
  private ListTable table;
  private EditHistory history = new EditHistory();
  /// How our journal was when we wrote it last; null when there is none.
  private FileStamp pending;

  OpenTable(ListFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
    this.journal = new AppendFile(files.ops());
    this.newJournal = new AtomicFile(files.ops());
  }

  /// What was done.
  ///
  /// @param told what else the person should know
  /// @param left what could not be done of an undo, in words; empty when all was
  record Done(ListEdit edit, List<String> told, String left) {}

  /// Takes up a file that was read. Where that fails it is closed, and all stays as it was.
  void take(ListBase base) throws StoreException {
    try {
      EditHistory found = history(base);
      table = new ListTable(base);
      history = found;
      history.all().forEach(edit -> edit.ops().forEach(op -> table.used(op.ref())));
    } catch (StoreException | RuntimeException e) {
      base.close();
      throw e;
    }
  }

  private EditHistory history(ListBase base) throws StoreException {
    Optional<EditHistory.Kept> kept = EditHistory.read(files.history());
    if (kept.isEmpty()) {
      return new EditHistory();
    }
    EditHistory found = kept.get().history();
    return kept.get().base().signature().equals(base.signature())
        ? found
        : found.with(where(base, Relocation.keys(found.all())));
  }

  private Relocation where(ListBase base, Set<String> keys) throws StoreException {
    try {
      return Relocation.in(base, keys);
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
    if (table.broken()) {
      return false;
    }
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
      long largest = table.maxIndex();
      ListEdit made = new EditMaker(table, clock.instant()).make(edit, refs);
      if (!made.ops().isEmpty()) {
        write(new EditJson.Did(EditHistory.EDIT, made), largest);
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
      long largest = table.maxIndex();
      EditReplay replay = new EditReplay(table, clock.instant(), false);
      List<RowOp> done = replay.apply((undo ? edit.back() : edit).ops());
      write(new EditJson.Did(kind, new ListEdit(edit.id(), edit.words(), done)), largest);
      String left = replay.left() == 0 ? "" : ", but for what was changed since";
      return new Done(new ListEdit(edit.id(), edit.words(), done), told, left);
    }
  }

  /// Forces it to the journal; where that fails the table is as it was before.
  ///
  /// @param largest the largest index before it
  private void write(EditJson.Did did, long largest) throws StoreException {
    try {
      append(EditLog.line(did));
      history.took(did);
    } catch (StoreException | RuntimeException e) {
      table.takeBack(did.edit().ops(), largest, e);
      throw e;
    }
  }

  private void append(byte[] line) throws StoreException {
    try {
      if (pending == null) {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        first.writeBytes(EditLog.line(new EditJson.Base(table.base().signature(), table.base().rows())));
        first.writeBytes(line);
        if (!newJournal.create(files.pending(), first::writeTo)) {
          throw new StoreException(new StoreFailure.Busy(files.file()));
        }
      } else {
        journal.append(files.pending(), pending.size(), line);
      }
    } catch (IOException e) {
      throw Failures.writing(e, files.pending());
    }
    pending = written();
  }

  /// The change is on the disk by now, and was done, whatever the look at its file says.
  private FileStamp written() {
    try {
      return FileStamp.of(files.pending());
    } catch (IOException e) {
      Logger.debug(e, "the edit journal of {} is read again with the next change", files.file());
      return UNSEEN;
    }
  }

  /// Takes away what a write that failed has left: it was told that it was not done. The caller holds the lock.
  private boolean asLeft() throws StoreException {
    newJournal.clearStrays();
    journal.settle(files.pending());
    return current();
  }

  /// Reads the list anew when it is not as we left it. The caller holds the lock.
  ///
  /// @param refs rows, which have their new numbers afterwards; those that are gone are out
  private List<String> refresh(List<Integer> refs, Consumer<RowOp.Refs> moved) throws StoreException {
    if (asLeft()) {
      return List.of();
    }
    List<String> keys = new ArrayList<>();
    for (int ref : refs) {
      keys.add(table.key(ref));
    }
    List<String> told = readAnew(moved);
    Relocation there = where(table.base(), new HashSet<>(keys));
    for (int i = 0; i < keys.size(); i++) {
      refs.set(i, keys.get(i).isEmpty() ? GONE : there.of(refs.get(i), keys.get(i)));
    }
    return told;
  }

  /// The same for somebody who holds no lock.
  List<String> reread(Consumer<RowOp.Refs> moved) throws StoreException {
    try (LockFile lock = files.lock()) {
      return asLeft() ? List.of() : readAnew(moved);
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
      if (!asLeft()) {
        readAnew(moved);
        return;
      }
      EditFold.Folded folded = new EditFold(files).fold(table, history);
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
