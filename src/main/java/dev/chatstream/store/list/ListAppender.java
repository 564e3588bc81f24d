package dev.chatstream.store.list;

import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AppendFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import org.tinylog.Logger;

/// Appends rows to one list, and takes them away again. The caller holds the list's lock.
final class ListAppender {

  private final FileOps ops;
  private final AppendFile appendFile;
  private final TornTail tornTail;

  /// Index files of which a force failed: they are made anew before they are used again.
  private final Set<Path> doubtful = new HashSet<>();

  /// Appends that were cut off, and it isn't known whether the disk has that.
  private final Set<AppendUndo> halfUndone = new HashSet<>();

  ListAppender(FileOps ops, Path quarantine) {
    this.ops = ops;
    this.appendFile = new AppendFile(ops);
    this.tornTail = new TornTail(ops, appendFile, quarantine);
  }

  /// What somebody wants to append.
  ///
  /// @param all whether also rows whose source the list has: they were looked at and chosen
  record Wish(List<NewTask> tasks, boolean all) {}

  /// What is to be appended, and the sources that come in with it.
  private record Batch(List<NewTask> tasks, Set<SourceSet.Key> sources) {}

  /// @param idx where the list's index file is
  ListAppend append(Path file, Path idx, Wish wish, Instant now) throws StoreException {
    appendFile.settle(file);
    try (OpenList list = OpenList.toWrite(file, ops)) {
      refuseText(list.name(), wish.tasks());
      ListState state = ListState.of(file, list.channel());
      Optional<IdxFile> known = openIndex(idx, state);
      if (known.isPresent()) {
        try (IdxFile index = known.get()) {
          return appendIndexed(list, idx, index, state.length(), wish, now);
        }
      }
      return appendScanned(list, idx, state, wish, now);
    } catch (IOException e) {
      throw Failures.writing(e, file);
    }
  }

  /// Those of these rows that [#append] would add.
  List<NewTask> fresh(Path file, Path idx, Wish wish) throws StoreException {
    try (OpenList list = OpenList.toRead(file)) {
      ListState state = ListState.of(file, list.channel());
      Optional<IdxFile> known = openIndex(idx, state);
      if (known.isPresent()) {
        try (IdxFile index = known.get()) {
          return batch(list, wish, index::contains).tasks();
        }
      }
      SourceSet sources = ListScan.of(list.channel(), list.dialect(), counted(list, idx)).sources();
      return batch(list, wish, sources::contains).tasks();
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  /// Cuts an append off again, if nothing followed it.
  void undo(Path file, Path idx, AppendUndo undo) throws StoreException {
    appendFile.settle(file);
    try (OpenList list = OpenList.toWrite(file, ops)) {
      boolean same = list.channel().size() == undo.after()
          && ListState.crc(list.channel(), undo.before(), undo.after()) == undo.crc();
      boolean begun = halfUndone.contains(undo) && list.channel().size() == undo.before();
      if (!same && !begun) {
        throw new StoreException(new StoreFailure.NotUndoable(list.name(), "the list was changed since"));
      }
      forget(idx);
      halfUndone.add(undo);
      appendFile.cut(file, list.channel(), undo.before());
      halfUndone.remove(undo);
    } catch (IOException e) {
      throw Failures.writing(e, file);
    }
  }

  /// @param end how long the list is that the index is of
  private ListAppend appendIndexed(
      OpenList list, Path idx, IdxFile index, long end, Wish wish, Instant now)
      throws IOException, StoreException {
    Batch batch = batch(list, wish, index::contains);
    if (batch.tasks().isEmpty()) {
      return nothing(list, wish.tasks());
    }
    byte[] rows = bytes(list, batch.tasks(), index.maxIndex(), now);
    if (canBeHalfDone(list, batch)) {
      intend(idx, index, Intent.of(end, rows));
    }
    ListAppend done = write(list, end, batch, wish.tasks().size(), index.maxIndex(), rows);
    try {
      if (index.hasRoomFor(batch.sources().size())) {
        index.update(stateAfter(list, done), done.last(), batch.sources());
      } else {
        rebuild(list, idx);
      }
    } catch (IOException e) {
      forgetAfter(e, idx);
    }
    return done;
  }

  /// A row in quotes that is torn is recognised by its quotes; the whole ones of several rows are not, nor is a row
  /// without quotes.
  private static boolean canBeHalfDone(OpenList list, Batch batch) {
    return batch.tasks().size() > 1 || !list.dialect().quoteAll();
  }

  private void intend(Path idx, IdxFile index, Intent intent) throws IOException {
    try {
      index.intend(intent);
    } catch (IOException e) {
      doubtful.add(idx);
      throw e;
    }
  }

  private ListAppend appendScanned(OpenList list, Path idx, ListState state, Wish wish, Instant now)
      throws IOException, StoreException {
    ListScan scan = ListScan.of(list.channel(), list.dialect(), counted(list, idx));
    List<String> told = new ArrayList<>();
    long end = state.length();
    if (!scan.problem().isEmpty()) {
      list.requireAppendable(scan.maxIndex(), wish.tasks().size());
      told.add(tornTail.putAside(list, idx, scan, now));
      end = scan.goodLength();
    }
    if (!scan.indexProblem().isEmpty()) {
      told.add(list.name() + " " + scan.indexProblem() + ".");
    }
    if (list.channel().size() != end) {
      throw new IOException("it grew while it was read");
    }
    Optional<IdxFile> made = makeIndex(list, idx, scan);
    if (made.isEmpty()) {
      return appendUnindexed(list, scan, end, wish, now).withTold(String.join(" ", told));
    }
    try (IdxFile index = made.get()) {
      return appendIndexed(list, idx, index, end, wish, now).withTold(String.join(" ", told));
    }
  }

  /// A list whose index can't be written takes what can't be half done all the same.
  private ListAppend appendUnindexed(
      OpenList list, ListScan scan, long end, Wish wish, Instant now)
      throws IOException, StoreException {
    Batch batch = batch(list, wish, scan.sources()::contains);
    if (batch.tasks().isEmpty()) {
      return nothing(list, wish.tasks());
    }
    if (canBeHalfDone(list, batch)) {
      throw new IOException("its index file can't be written");
    }
    return write(list, end, batch, wish.tasks().size(), scan.maxIndex(),
        bytes(list, batch.tasks(), scan.maxIndex(), now));
  }

  private static ListAppend nothing(OpenList list, List<NewTask> tasks) {
    return new ListAppend(list.name(), 0, 0, 0, tasks.size(), Optional.empty(), "");
  }

  private ListAppend write(OpenList list, long end, Batch batch, int asked, long maxIndex, byte[] bytes)
      throws IOException, StoreException {
    int added = batch.tasks().size();
    refuseWithoutRoom(list, bytes.length);
    // After an error the index file stays: it no longer fits the list, but tells where the known rows end.
    appendFile.append(list.path(), end, bytes);
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    AppendUndo undo = new AppendUndo(list.name(), end, end + bytes.length, (int) crc.getValue());
    return new ListAppend(
        list.name(), maxIndex + 1, maxIndex + added, added, asked - added, Optional.of(undo), "");
  }

  /// The new rows, after a line end where the file's last row has none.
  private static byte[] bytes(OpenList list, List<NewTask> tasks, long maxIndex, Instant now)
      throws IOException, StoreException {
    list.requireAppendable(maxIndex, tasks.size());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!endsWithLineEnd(list)) {
      bytes.writeBytes(list.dialect().lineEnd().getBytes(StandardCharsets.US_ASCII));
    }
    bytes.writeBytes(new RowWriter(list.dialect()).bytes(rows(list.dialect().columns(), tasks, maxIndex, now)));
    return bytes.toByteArray();
  }

  static List<String[]> rows(List<String> columns, List<NewTask> tasks, long maxIndex, Instant now) {
    List<String[]> rows = new ArrayList<>();
    long index = maxIndex;
    for (NewTask task : tasks) {
      index++;
      rows.add(Columns.cells(columns, index, Ids.next(now).toString(), now, task));
    }
    return rows;
  }

  static void refuseText(String file, List<NewTask> tasks) throws StoreException {
    for (NewTask task : tasks) {
      for (String text : List.of(task.content(), task.source(), task.model())) {
        String refusal = RowWriter.refusal(text);
        if (!refusal.isEmpty()) {
          throw new StoreException(new StoreFailure.BadText(file, refusal));
        }
      }
    }
  }

  @FunctionalInterface
  private interface Known {
    boolean contains(SourceSet.Key key) throws IOException;
  }

  /// Leaves out what the list has, and doubles among the new ones. Without a column for it no source is known.
  private static Batch batch(OpenList list, Wish wish, Known known) throws IOException {
    Batch batch = new Batch(new ArrayList<>(), new LinkedHashSet<>());
    boolean hasSources = list.dialect().position(Columns.SOURCE) >= 0;
    for (NewTask task : wish.tasks()) {
      if (task.source().isEmpty() || !hasSources) {
        batch.tasks().add(task);
        continue;
      }
      SourceSet.Key key = SourceSet.Key.of(task.source());
      if (!known.contains(key) && batch.sources().add(key) || wish.all()) {
        batch.tasks().add(task);
      }
    }
    return batch;
  }

  private static boolean endsWithLineEnd(OpenList list) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    long size = list.channel().size();
    return list.channel().read(last, size - 1) == 1 && last.get(0) == '\n';
  }

  private static void refuseWithoutRoom(OpenList list, int bytes) throws StoreException {
    long room = list.path().getParent().toFile().getUsableSpace();
    if (room > 0 && room < bytes) {
      throw new StoreException(new StoreFailure.DiskFull(list.name()));
    }
  }

  /// The state to note, unless somebody who takes no lock wrote meanwhile.
  private static ListState stateAfter(OpenList list, ListAppend done) throws IOException {
    ListState state = ListState.of(list.path(), list.channel());
    if (done.undo().isPresent() && state.length() != done.undo().get().after()) {
      throw new IOException("the list grew while it was written");
    }
    return state;
  }

  private static void rebuild(OpenList list, Path idx) throws IOException {
    ListState state = ListState.of(list.path(), list.channel());
    ListScan scan = ListScan.of(list.channel(), list.dialect(), state.length());
    if (scan.problem().isEmpty()) {
      IdxFile.write(idx, state, scan).close();
    }
  }

  private Optional<IdxFile> makeIndex(OpenList list, Path idx, ListScan scan) {
    try {
      IdxFile made = IdxFile.write(idx, ListState.of(list.path(), list.channel()), scan);
      doubtful.remove(idx);
      return Optional.of(made);
    } catch (IOException e) {
      Logger.warn(e, "the index file {} can't be written", idx.getFileName());
      return Optional.empty();
    }
  }

  private static long counted(OpenList list, Path idx) throws IOException {
    try {
      return IdxFile.countedLength(idx, list.channel());
    } catch (IOException e) {
      Logger.warn(e, "the index file {} can't be read", idx.getFileName());
      return list.channel().size();
    }
  }

  private Optional<IdxFile> openIndex(Path idx, ListState state) {
    try {
      return doubtful.contains(idx) ? Optional.empty() : IdxFile.open(idx, state);
    } catch (IOException e) {
      Logger.warn(e, "the index file {} can't be read; the list is read instead", idx.getFileName());
      return Optional.empty();
    }
  }

  private void forgetAfter(IOException error, Path idx) {
    Logger.warn(error, "the index file {} is made anew at the next append", idx.getFileName());
    try {
      forget(idx);
    } catch (IOException e) {
      error.addSuppressed(e);
    }
  }

  private static void forget(Path idx) throws IOException {
    FileOps.DISK.delete(idx);
  }
}
