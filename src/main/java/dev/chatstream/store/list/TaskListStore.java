package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.FolderNames;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.SafeName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The task lists of a data root. Rows that a call added are on the disk when it returns. Used by one thread at a
/// time; other processes may use the same root.
public final class TaskListStore {

  private static final String CSV = ".csv";
  private static final String LIST = "list";

  private final DataRoot root;
  private final InstantSource clock;
  private final FileOps ops;
  private final AtomicFile atomic;
  private final ListAppender appender;

  /// @param clock gives the times that are written
  public TaskListStore(DataRoot root, InstantSource clock) {
    this(root, clock, FileOps.DISK);
  }

  /// @param ops the disk, or in tests one that fails
  public TaskListStore(DataRoot root, InstantSource clock, FileOps ops) {
    this.root = root;
    this.clock = clock;
    this.ops = ops;
    this.atomic = new AtomicFile(ops);
    this.appender = new ListAppender(ops, root.quarantine());
  }

  /// All lists by name. One that can't be appended to stands among them with its problem.
  public List<TaskListSummary> list() throws StoreException {
    return new ListLibrary(root, this, clock).look();
  }

  /// The file names of all lists, in order.
  public List<String> names() throws StoreException {
    return FolderNames.ending(root.taskLists(), CSV);
  }

  /// The file of a list, with all changes in it.
  ///
  /// @param name with or without its extension, or as it was typed
  public String find(String name) throws StoreException {
    String file = FolderNames.find(FolderNames.ending(root.taskLists(), CSV), name, CSV)
        .orElseThrow(() -> new StoreException(new StoreFailure.Missing("task list \"" + name + "\"")));
    PendingEdits.beforeReading(root, ops, file);
    return file;
  }

  /// Makes a list with its first rows; a taken name gets a number.
  ///
  /// @param typed the name as a person typed it
  /// @param tasks may be empty
  public ListAppend create(String typed, List<NewTask> tasks) throws StoreException {
    atomic.clearStrays();
    while (true) {
      String file = freeName(typed);
      ListAppender.refuseText(file, tasks);
      RowWriter writer = new RowWriter(Dialect.OURS);
      Instant now = clock.instant();
      byte[] header = writer.bytes(List.<String[]> of(Columns.OURS.toArray(new String[0])));
      byte[] rows = writer.bytes(ListAppender.rows(Columns.OURS, tasks, 0, now));
      try (LockFile lock = lock(file)) {
        boolean made = atomic.create(path(file), out -> {
          out.write(header);
          out.write(rows);
        });
        if (made) {
          return created(file, tasks.size(), header.length, rows);
        }
      }
      // Another window took the name since the folder was listed; the next turn sees it there.
    }
  }

  /// Takes the cells of one row, for the columns that were named.
  @FunctionalInterface
  public interface RowTaker {
    /// Writes it.
    void row(String[] cells) throws IOException;
  }

  /// Gives all rows of a new list.
  @FunctionalInterface
  public interface RowGiver {
    /// Gives them in order; may be called again when the list's name was taken meanwhile.
    void rows(RowTaker out) throws StoreException, IOException;
  }

  /// Makes a list of rows as they are: whole, or not at all.
  ///
  /// @param columns ours, and any others
  /// @return its file name; a taken name gets a number
  public String create(String typed, List<String> columns, RowGiver giver) throws StoreException {
    Dialect dialect = new Dialect(false, ',', false, true, columns);
    while (true) {
      String file = freeName(typed);
      try (LockFile lock = lock(file)) {
        if (atomic.create(path(file), out -> write(dialect, giver, out))) {
          return file;
        }
      } catch (GiverFailed failed) {
        throw failed.reason;
      }
    }
  }

  /// Carries a failure of the source through the writing of the file, which is undone.
  private static final class GiverFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient StoreException reason;

    GiverFailed(StoreException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private static void write(Dialect dialect, RowGiver giver, OutputStream out) throws IOException {
    RowWriter writer = new RowWriter(dialect);
    out.write(writer.bytes(List.<String[]> of(dialect.columns().toArray(String[]::new))));
    try {
      giver.rows(cells -> out.write(writer.bytes(List.<String[]> of(cells))));
    } catch (StoreException failed) {
      throw new GiverFailed(failed);
    }
  }

  /// Whether rows can be added to this list as it is.
  ///
  /// @param name found as [#find] does
  public boolean appendable(String name) throws StoreException {
    return summary(find(name)).appendable();
  }

  /// An index cell as a number; -1 when it holds none, the largest `long` when it is too large.
  public static long index(String cell) {
    return ListScan.index(cell);
  }

  /// Appends rows after the largest index. Rows whose source the list has are left out.
  ///
  /// @param name found as [#find] does
  public ListAppend append(String name, List<NewTask> tasks) throws StoreException {
    return append(name, new ListAppender.Wish(tasks, false));
  }

  /// Appends rows after the largest index, also those whose source the list has: somebody has chosen them.
  ///
  /// @param name found as [#find] does
  public ListAppend appendAll(String name, List<NewTask> tasks) throws StoreException {
    return append(name, new ListAppender.Wish(tasks, true));
  }

  private ListAppend append(String name, ListAppender.Wish wish) throws StoreException {
    String file = find(name);
    try (LockFile lock = lock(file)) {
      return appender.append(path(file), idx(file), wish, clock.instant());
    } catch (StoreException refused) {
      throw ListReader.better(path(file), idx(file), refused);
    }
  }

  /// Those of these rows whose source the list doesn't have: the ones that an append would add.
  ///
  /// @param name found as [#find] does
  public List<NewTask> fresh(String name, List<NewTask> tasks) throws StoreException {
    if (tasks.stream().allMatch(task -> task.source().isEmpty())) {
      return tasks;
    }
    String file = find(name);
    try (LockFile lock = lock(file)) {
      return appender.fresh(path(file), idx(file), new ListAppender.Wish(tasks, false));
    }
  }

  /// Says what is to stand in a row.
  @FunctionalInterface
  public interface CellGiver {
    /// The cells that change, by column; none for a row that stays.
    Map<String, String> cells(TaskRow row);
  }

  /// Writes cells of a list anew, all rows at once or none. Columns that it doesn't have yet stand behind the others
  /// from then on.
  ///
  /// @param name found as [#find] does
  /// @param columns those that may change
  /// @return how many rows changed
  public int fill(String name, List<String> columns, CellGiver giver) throws StoreException {
    String file = find(name);
    try (LockFile lock = lock(file)) {
      return ListFill.apply(atomic, path(file), idx(file), columns, giver);
    }
  }

  /// Takes an append away again. A list that was made by it stays, with no rows.
  public void undo(AppendUndo undo) throws StoreException {
    String file = find(undo.file());
    try (LockFile lock = lock(file)) {
      appender.undo(path(file), idx(file), undo);
    }
  }

  /// What tells the rows of an append from all others, so that they can be taken out later, whatever follows them.
  ///
  /// @return empty when the list has no ids
  public List<RowMark> marks(AppendUndo append) throws StoreException {
    String file = find(append.file());
    try (LockFile lock = lock(file)) {
      return RowRemoval.marks(path(file), append);
    }
  }

  /// Takes these rows out, wherever they stand, but only those that nobody has changed. All other bytes stay.
  ///
  /// @return how many went
  public int remove(String name, List<RowMark> rows) throws StoreException {
    String file = find(name);
    try (LockFile lock = lock(file)) {
      return RowRemoval.remove(atomic, path(file), idx(file), rows);
    }
  }

  /// Reads the rows of a list as they are asked for. A damaged list gives those before its damage; one of another kind
  /// all of them, with a note.
  ///
  /// @param name found as [#find] does
  public TaskRows read(String name) throws StoreException {
    String file = find(name);
    return ListReader.rows(path(file), idx(file));
  }

  /// Whether a file can be read whole as a list.
  public boolean sound(Path file) {
    return ListReader.sound(file);
  }

  /// The file name that this name would get now: `release-2.csv` when there is a `release.csv`.
  public String freeName(String typed) throws StoreException {
    return SafeName.free(SafeName.of(typed, CSV), CSV, FolderNames.all(root.taskLists()));
  }

  TaskListSummary summary(String file) {
    PendingEdits.beforeReading(root, ops, file);
    return ListReader.summary(path(file), idx(file));
  }

  private static ListAppend created(String file, int count, long before, byte[] rows) {
    if (count == 0) {
      return new ListAppend(file, 0, 0, 0, 0, Optional.empty(), "");
    }
    CRC32C crc = new CRC32C();
    crc.update(rows);
    AppendUndo undo = new AppendUndo(file, before, before + rows.length, (int) crc.getValue());
    return new ListAppend(file, 1, count, count, 0, Optional.of(undo), "");
  }

  private Path path(String file) {
    return root.taskLists().resolve(file);
  }

  private Path idx(String file) {
    return root.idx().resolve(LockFile.sidecarName(LIST, file, ".idx"));
  }

  private LockFile lock(String file) throws StoreException {
    return PendingEdits.lock(root, ops, file);
  }
}
