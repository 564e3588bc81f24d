package dev.chatstream.store.convert;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.LegacyIds;
import dev.chatstream.store.legacy.ForeignList;
import dev.chatstream.store.legacy.ForeignRow;
import dev.chatstream.store.legacy.KnownColumns;
import dev.chatstream.store.list.TaskListStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Makes a list of today's format of any list, in two passes over the file: one to look, one to write. The same file
/// always gives the same rows: what has no id gets one from the file's content and its place in it.
final class ListConversion {

  private static final int MOST_COLUMNS = 512;
  private static final int ROWS_BETWEEN = 256;

  private final Path file;
  private final String sha256;
  private final Set<String> columns = new LinkedHashSet<>(KnownColumns.OURS);
  private String format = "";
  private String damage = "";
  private long rows;
  private long doubtful;
  private long largest;
  private long bytes;

  ListConversion(Path file, String sha256) {
    this.file = file;
    this.sha256 = sha256;
  }

  /// Reads all of it and reports each row.
  void look(Watch watch) throws StoreException {
    try (ForeignList list = ForeignList.open(file)) {
      format = list.kind().isEmpty() ? "a table" : list.kind().replaceFirst("^it is ", "").replaceFirst(",.*", "");
      columns.addAll(list.columns());
      for (ForeignRow row = next(list, watch, rows); row != null; row = next(list, watch, rows)) {
        rows++;
        look(row);
        watch.line(new ReportLine(
            rows,
            row.line(),
            row.cell(KnownColumns.INDEX),
            row.cell(KnownColumns.ROLE),
            row.cell(KnownColumns.CONTENT),
            row.doubt()));
      }
      watch.progress(list.size(), list.size());
    }
  }

  /// Writes all rows, as they were looked at.
  void write(TaskListStore.RowTaker out, Watch watch) throws StoreException, IOException {
    try (ForeignList list = ForeignList.open(file)) {
      long number = 0;
      long free = largest;
      for (ForeignRow row = next(list, watch, number); row != null; row = next(list, watch, number)) {
        number++;
        long index = TaskListStore.index(row.cell(KnownColumns.INDEX));
        if (index < 0 || index == Long.MAX_VALUE) {
          free++;
          index = free;
        }
        out.row(cells(row, index, number));
      }
      if (number != rows) {
        throw new StoreException(new StoreFailure.ChangedElsewhere(file.getFileName().toString()));
      }
    }
  }

  List<String> columns() {
    return List.copyOf(columns);
  }

  /// What it was read as.
  String format() {
    return format;
  }

  String damage() {
    return damage;
  }

  long rows() {
    return rows;
  }

  long doubtful() {
    return doubtful;
  }

  /// The room that the copy takes on the disk at most.
  long bytes() {
    return bytes;
  }

  private static ForeignRow next(ForeignList list, Watch watch, long soFar) throws StoreException {
    if (soFar % ROWS_BETWEEN == 0) {
      watch.progress(list.position(), list.size());
    }
    return list.next();
  }

  private void look(ForeignRow row) throws StoreException {
    doubtful += row.doubt().isEmpty() ? 0 : 1;
    if (row.broken() && damage.isEmpty()) {
      damage = "line " + row.line() + ": " + row.doubt();
    }
    columns.addAll(row.cells().keySet());
    if (columns.size() > MOST_COLUMNS) {
      throw new StoreException(new StoreFailure.Unreadable(
          file.getFileName().toString(), "line " + row.line() + ": it has more than " + MOST_COLUMNS + " columns"));
    }
    long index = TaskListStore.index(row.cell(KnownColumns.INDEX));
    largest = index == Long.MAX_VALUE ? largest : Math.max(largest, index);
    // Three bytes a character at most, or each doubled as a quote; a few for what every row gets.
    bytes += 128 + 3L * columns.size();
    for (String cell : row.cells().values()) {
      bytes += 3L * cell.length();
    }
  }

  private String[] cells(ForeignRow row, long index, long number) {
    List<String> cells = new ArrayList<>(columns.size());
    for (String column : columns) {
      String own = row.cell(column);
      cells.add(switch (column) {
        case KnownColumns.INDEX -> Long.toString(index);
        case "id" -> own.isBlank() ? LegacyIds.row(sha256, number).toString() : own;
        case KnownColumns.ROLE -> own.isBlank() ? "user" : own;
        case "status" -> own.isBlank() ? "todo" : own;
        default -> own;
      });
    }
    return cells.toArray(String[]::new);
  }
}
