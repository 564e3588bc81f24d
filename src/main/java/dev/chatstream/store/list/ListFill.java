package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Writes cells of a list anew, in the list's own dialect, by one atomic replace.
final class ListFill {

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private ListFill() {}

  /// @param idx the list's index file, which is made anew
  /// @return how many rows changed
  static int apply(AtomicFile atomic, Path file, Path idx, List<String> wanted, TaskListStore.CellGiver giver)
      throws StoreException {
    Dialect before = dialect(file);
    List<String> columns = new ArrayList<>(before.columns());
    List<String> names = new ArrayList<>(columns.stream().map(ListRewrite::name).toList());
    if (new HashSet<>(names).size() < names.size()) {
      throw new StoreException(new StoreFailure.NotAppendable(
          file.getFileName().toString(), "two of its columns have one name"));
    }
    for (String column : wanted) {
      if (!names.contains(ListRewrite.name(column))) {
        columns.add(column);
        names.add(ListRewrite.name(column));
      }
    }
    Dialect after = new Dialect(before.bom(), before.separator(), before.crlf(), before.quoteAll(), columns);
    int[] changed = new int[1];
    StoreException[] failure = new StoreException[1];
    try (TaskRows rows = ListReader.rows(file, idx)) {
      String problem = rows.problem().isEmpty() ? rows.note() : rows.problem();
      if (!problem.isEmpty()) {
        throw new StoreException(new StoreFailure.NotAppendable(file.getFileName().toString(), problem));
      }
      atomic.replace(file, out -> {
        RowWriter writer = new RowWriter(after);
        out.write(after.bom() ? BOM : new byte[0]);
        out.write(writer.bytes(List.<String[]> of(columns.toArray(String[]::new))));
        try {
          while (rows.hasNext()) {
            out.write(writer.bytes(List.<String[]> of(row(rows.next(), names, giver, changed))));
          }
        } catch (StoreException unreadable) {
          failure[0] = unreadable;
          throw new IOException(unreadable);
        }
      });
    } catch (StoreException e) {
      throw failure[0] == null ? e : failure[0];
    }
    try {
      Files.deleteIfExists(idx);
    } catch (IOException e) {
      throw Failures.writing(e, idx);
    }
    return changed[0];
  }

  private static Dialect dialect(Path file) throws StoreException {
    try (OpenList list = OpenList.toRead(file)) {
      return list.dialect();
    }
  }

  /// @param columns as the cells of a row are named, whatever the header's letters are
  private static String[] row(TaskRow row, List<String> columns, TaskListStore.CellGiver giver, int[] changed) {
    Map<String, String> now = giver.cells(row);
    changed[0] += now.isEmpty() ? 0 : 1;
    return columns.stream().map(column -> now.getOrDefault(column, row.cell(column))).toArray(String[]::new);
  }
}
