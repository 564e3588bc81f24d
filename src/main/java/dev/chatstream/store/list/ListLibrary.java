package dev.chatstream.store.list;

import dev.chatstream.core.task.ListCounts;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Catalogue;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileStamp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tinylog.Logger;

/// The summaries of all task lists of a data root, by name. Lists that did not change since the last time are not read
/// again. Takes no lock and writes nothing but the catalogue. One thread, which need not be the store's.
public final class ListLibrary {

  private final DataRoot root;
  private final TaskListStore store;
  private final InstantSource clock;

  /// @param store used for reading only
  /// @param clock says whether a file was written so shortly ago that it may still be changing
  public ListLibrary(DataRoot root, TaskListStore store, InstantSource clock) {
    this.root = root;
    this.store = store;
    this.clock = clock;
  }

  /// Reads them all, and keeps what was read for the next time.
  ///
  /// @param wanted asked before each list
  /// @return empty when nobody wanted them any more
  public Optional<List<TaskListSummary>> read(BooleanSupplier wanted) throws StoreException {
    Catalogue catalogue = Catalogue.open(root.listCatalogue());
    Optional<List<TaskListSummary>> lists = read(catalogue, wanted);
    if (lists.isPresent()) {
      save(catalogue);
    }
    return lists;
  }

  /// Reads them all and writes nothing, for those who only look.
  List<TaskListSummary> look() throws StoreException {
    return read(Catalogue.open(root.listCatalogue()), () -> true).orElseThrow();
  }

  private Optional<List<TaskListSummary>> read(Catalogue catalogue, BooleanSupplier wanted) throws StoreException {
    List<TaskListSummary> lists = new ArrayList<>();
    for (String file : store.names()) {
      if (!wanted.getAsBoolean()) {
        return Optional.empty();
      }
      lists.add(one(file, catalogue));
    }
    return Optional.of(lists);
  }

  private static void save(Catalogue catalogue) {
    try {
      catalogue.save();
    } catch (IOException e) {
      Logger.info(e, "the catalogue of task lists could not be written; lists are read again the next time");
    }
  }

  /// Only a list without a problem is kept: with one it is read each time, until somebody has mended it.
  private TaskListSummary one(String file, Catalogue catalogue) {
    Path path = root.taskLists().resolve(file);
    Instant now = clock.instant();
    Optional<FileStamp> stamp = stamp(path);
    Optional<TaskListSummary> known =
        stamp.flatMap(then -> catalogue.find(file, then).flatMap(fields -> summary(file, then, fields)));
    if (known.isPresent()) {
      return known.get();
    }
    TaskListSummary read = counted(store.summary(file), path);
    if (stamp.isPresent() && read.problem().isEmpty() && read.counts().known()) {
      catalogue.keep(file, stamp.get(), fields(read), now);
    }
    return read;
  }

  private static List<String> fields(TaskListSummary list) {
    ListCounts counts = list.counts();
    return List.of(Long.toString(list.lastIndex()), Integer.toString(counts.rows()), Integer.toString(counts.open()),
        Integer.toString(counts.done()), String.join(" ", counts.tags()));
  }

  /// Only of a list that can be read to its end.
  private static TaskListSummary counted(TaskListSummary list, Path path) {
    try {
      return list.problem().isEmpty() ? list.with(CountedRows.of(path)) : list;
    } catch (StoreException changed) {
      Logger.debug("{} could not be counted: {}", list.file(), changed.failure().sentence());
      return list;
    }
  }

  private static Optional<FileStamp> stamp(Path path) {
    try {
      return Optional.of(FileStamp.of(path));
    } catch (IOException gone) {
      return Optional.empty(); // Reading it says why.
    }
  }

  private static Optional<TaskListSummary> summary(String file, FileStamp stamp, List<String> fields) {
    try {
      long lastIndex = Long.parseLong(fields.getFirst());
      ListCounts counts = new ListCounts(Integer.parseInt(fields.get(1)), Integer.parseInt(fields.get(2)),
          Integer.parseInt(fields.get(3)), fields.get(4).isEmpty() ? List.of() : List.of(fields.get(4).split(" ")));
      return Optional.of(
          new TaskListSummary(file, stamp.size(), stamp.modified(), lastIndex, "", true, false, counts));
    } catch (NumberFormatException | IndexOutOfBoundsException damaged) {
      return Optional.empty(); // The list itself is read instead.
    }
  }
}
