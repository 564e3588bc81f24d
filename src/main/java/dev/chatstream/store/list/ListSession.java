package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.table.TableColumns;
import dev.chatstream.core.table.TableEdit;
import dev.chatstream.core.table.TableFacts;
import dev.chatstream.core.table.TablePage;
import dev.chatstream.core.table.TableRow;
import dev.chatstream.core.table.TableView;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tinylog.Logger;

/// A list that is open as a table. It is read a piece at a time; changes are on the disk when the call returns, in the
/// edit journal first and in the file when [#fold] is called, or before anybody else reads or writes the list. One
/// thread.
public final class ListSession implements AutoCloseable {

  /// Bytes of a cell that a line of the screen may need.
  private static final int SHOWN = 1024;

  private final InstantSource clock;
  private final ListFiles files;
  private final OpenTable open;
  private BaseScan scan;
  private TableLines lines = TableLines.plain();
  private Marks marks = new Marks();
  private Instant saved;
  private TableView wish = TableView.ALL;
  private TableColumns layout;

  /// A list of so many rows is looked through anew after each change; in a longer one a row stays where it is until the
  /// filter or the order is asked for again.
  private static final int LOOKED_THROUGH = 20_000;

  /// What became of a wish.
  ///
  /// @param words for the person; empty when there is nothing to say
  /// @param ref the row to go to; [#NOWHERE] to stay
  public record Outcome(String words, int ref) {}

  /// No row.
  public static final int NOWHERE = RowOp.TOP;

  private ListSession(ListFiles files, BaseScan scan, InstantSource clock, TableColumns layout) {
    this.files = files;
    this.layout = layout;
    this.open = new OpenTable(files, clock);
    this.scan = scan;
    this.clock = clock;
    this.saved = scan.base().stamp().modified();
  }

  /// Begins to read a list, with all its changes in its file.
  ///
  /// @param file its file name in `task_lists/`
  /// @throws StoreException when it is not one that can be edited
  public static ListSession open(DataRoot root, FileOps ops, InstantSource clock, String file) throws StoreException {
    ListFiles files = new ListFiles(root, ops, file);
    try (LockFile lock = files.lock()) {
      PendingEdits.settle(files);
    }
    return new ListSession(files, BaseScan.begin(files.csv(), files.idx()), clock, ColumnsFile.read(files));
  }

  /// Reads on.
  ///
  /// @return whether there is more
  /// @throws StoreException when the list can't be read to its end; it is closed then
  public boolean step() throws StoreException {
    if (scan == null) {
      return false;
    }
    if (scan.step()) {
      return true;
    }
    open.take(scan.base());
    scan = null;
    show(wish, () -> true);
    return false;
  }

  /// Whether all of it is read.
  public boolean ready() {
    return scan == null;
  }

  /// How things stand.
  public TableFacts facts() {
    if (scan != null) {
      return new TableFacts(scan.base().columns(), scan.rows(), 0, scan.rows(), scan.rows(), 0, scan.percent(),
          TableView.ALL, "", "", saved, layout);
    }
    ListTable table = open.table();
    return new TableFacts(table.columns(), table.rows(), table.open(), lines.size(table), lines.rows(table),
        marks.count(), 100, lines.view(), words(open.history().toUndo()), words(open.history().toRedo()), saved,
        layout);
  }

  private static String words(Optional<ListEdit> edit) {
    return edit.map(ListEdit::words).orElse("");
  }

  /// Lines of what is shown, fewer at its end.
  public TablePage page(int from, int count) throws StoreException {
    List<TableRow> rows = new ArrayList<>();
    int size = scan == null ? lines.size(open.table()) : scan.rows();
    int first = Math.clamp(from, 0, size);
    ListBase partial = scan == null ? null : scan.base();
    for (int line = first; line < Math.min(size, first + count); line++) {
      rows.add(partial == null
          ? row(lines.ref(open.table(), line), SHOWN)
          : new TableRow(line, "", false, cut(partial.cells(line, SHOWN))));
    }
    return new TablePage(first, rows);
  }

  /// A row with all of its text; empty when it is not there any more.
  public Optional<TableRow> whole(int ref) throws StoreException {
    return ready() && open.table().order().has(ref) ? Optional.of(row(ref, ListTable.WHOLE)) : Optional.empty();
  }

  /// The line of a row; -1 when it is not shown.
  public int line(int ref) {
    return lines.line(open.table(), ref);
  }

  /// The line of the first row with this number; -1 when none is shown.
  public int lineOf(long index) throws StoreException {
    ListTable table = open.table();
    TableLines found = TableQuery.lines(table, TableView.ALL.filtered("#" + index), () -> true).orElseThrow();
    return found.size(table) == 0 ? -1 : line(found.ref(table, 0));
  }

  private TableRow row(int ref, int most) throws StoreException {
    return lines.isHeading(ref)
        ? new TableRow(ref, lines.heading(ref), false, List.of())
        : new TableRow(ref, "", marks.has(ref), cut(open.table().cells(ref, most)));
  }

  /// A text that was cut within a character loses that.
  private static List<String> cut(String[] cells) {
    List<String> whole = new ArrayList<>(cells.length);
    for (String cell : cells) {
      whole.add(cell.endsWith("\uFFFD") ? cell.substring(0, cell.length() - 1) : cell);
    }
    return whole;
  }

  /// Shows other rows, or in another order; where the list is still being read, as soon as it is read.
  ///
  /// @param wanted false as soon as something newer is wanted; then all stays as it is
  public void show(TableView view, BooleanSupplier wanted) throws StoreException {
    wish = view;
    if (ready()) {
      Optional<TableLines> found = TableQuery.lines(open.table(), view, wanted);
      lines = found.orElse(lines);
    }
  }

  /// Shows these columns from now on, also when the list is opened the next time.
  public void columns(TableColumns columns) throws StoreException {
    layout = columns;
    ColumnsFile.write(files, columns);
  }

  /// Marks lines or takes their marks away.
  ///
  /// @param to the last one
  public void mark(int from, int to, boolean marked) {
    for (int line = Math.max(0, from); line <= Math.min(to, lines.size(open.table()) - 1); line++) {
      int ref = lines.ref(open.table(), line);
      if (!lines.isHeading(ref)) {
        marks.set(ref, marked);
      }
    }
  }

  /// The rows that are marked or, where none is, those that the filter keeps, as a filter; empty where none is on.
  ///
  /// @throws StoreException when nothing in the marked rows tells them from the others
  public Optional<String> chosen() throws StoreException {
    if (!ready() || marks.count() == 0) {
      String filter = lines.view().filter().strip();
      return filter.isEmpty() ? Optional.empty() : Optional.of(filter);
    }
    return Optional.of(ChosenRows.filter(open.table(), marked()));
  }

  /// Changes the marked rows or, where there are none, this one.
  public Outcome edit(TableEdit edit, int ref) throws StoreException {
    requireReady();
    boolean alone = edit instanceof TableEdit.Add || marks.count() == 0;
    List<Integer> wanted = alone ? List.of(ref) : marked();
    OpenTable.Done done = open.edit(edit, wanted, this::translate);
    if (edit instanceof TableEdit.Delete) {
      marks.clear();
    }
    return after(done, done.edit().ops().isEmpty() ? "Nothing to change." : sentence(edit, done.edit()));
  }

  /// Takes the last change back.
  public Outcome undo() throws StoreException {
    requireReady();
    OpenTable.Done done = open.undo(this::translate);
    return after(done, "Undid: " + done.edit().words() + done.left() + ".");
  }

  /// Does what was taken back last once more.
  public Outcome redo() throws StoreException {
    requireReady();
    OpenTable.Done done = open.redo(this::translate);
    return after(done, "Done again: " + done.edit().words() + done.left() + ".");
  }

  private void requireReady() throws StoreException {
    if (!ready()) {
      throw new StoreException(new StoreFailure.NotDone("Nothing was changed", "the list is still being read"));
    }
  }

  private Outcome after(OpenTable.Done done, String words) {
    boolean few = open.table().rows() <= LOOKED_THROUGH || !lines.view().equals(wish);
    lines = few ? lookedThrough(done) : lines.after(open.table(), done.edit().ops());
    saved = clock.instant();
    String told = String.join(" ", done.told());
    return new Outcome(told.isEmpty() ? words : told + " " + words, target(done.edit()));
  }

  /// The change is on the disk: where the rows can't be looked through, it is shown as far as that goes.
  private TableLines lookedThrough(OpenTable.Done done) {
    try {
      return TableQuery.lines(open.table(), wish, () -> true).orElseThrow();
    } catch (StoreException e) {
      Logger.warn("the rows were not filtered and sorted anew: {}", e.failure().sentence());
      return lines.after(open.table(), done.edit().ops());
    }
  }

  /// The row that a change is about: what moved or came; else one stays where one is.
  private static int target(ListEdit edit) {
    RowOp last = edit.ops().isEmpty() ? null : edit.ops().getLast();
    return last instanceof RowOp.Add || last instanceof RowOp.Move ? last.ref() : NOWHERE;
  }

  private static String sentence(TableEdit edit, ListEdit done) {
    return edit instanceof TableEdit.Move
        ? ""
        : Character.toUpperCase(done.words().charAt(0))
            + done.words().substring(1) + ".";
  }

  private List<Integer> marked() {
    List<Integer> all = new ArrayList<>();
    for (int place = 0; place < open.table().rows(); place++) {
      int ref = open.table().order().at(place);
      if (marks.has(ref)) {
        all.add(ref);
      }
    }
    return all;
  }

  private void translate(RowOp.Refs refs) {
    marks = marks.with(refs);
    lines = lines.with(refs);
  }

  /// Sees whether somebody else has changed the list, and reads it anew then.
  ///
  /// @return what to tell; empty when it is as it was
  public Optional<String> lookAgain() throws StoreException {
    if (!ready() || open.current()) {
      return Optional.empty();
    }
    List<String> told = open.reread(this::translate);
    lines = TableQuery.lines(open.table(), wish, () -> true).orElseThrow();
    return Optional.of(String.join(" ", told));
  }

  /// Whether something waits to be written into the file.
  public boolean pending() {
    return open.pending();
  }

  /// Writes all changes into the file.
  public void fold() throws StoreException {
    if (pending()) {
      open.fold(this::translate);
      saved = clock.instant();
    }
  }

  /// Writes all changes into the file and lets it go.
  @Override
  public void close() throws StoreException {
    if (scan != null) {
      scan.close();
      return;
    }
    try (OpenTable closing = open) {
      fold();
    }
  }
}
