package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.merge.MergeResult;
import dev.chatstream.core.merge.MergeRow;
import dev.chatstream.core.merge.MergeSide;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads versions of a list to be merged, and writes what comes of it in the list's own dialect: rows that did not
/// change keep their bytes.
public final class MergeFiles {

  /// The largest list that is merged, in bytes: both sides are in memory.
  public static final long LARGEST = 64L * 1024 * 1024;

  private final RawList list;
  private final MergeSide side;
  private final Map<MergeRow, byte[]> bytes;

  private MergeFiles(RawList list, MergeSide side, Map<MergeRow, byte[]> bytes) {
    this.list = list;
    this.side = side;
    this.bytes = bytes;
  }

  /// Reads the list that is merged into.
  ///
  /// @param idx its index file
  /// @throws StoreException when it is damaged, of another kind, too large, or has two columns of one name
  public static MergeFiles ours(Path file, Path idx) throws StoreException {
    requireSize(file);
    try (ListTexts sound = ListTexts.open(file, idx); OpenList list = OpenList.toRead(file)) {
      sound.all(row -> true);
      RawList content = RawList.of(list, sound.end());
      List<String> names = content.dialect().columns().stream().map(ListRewrite::name).toList();
      if (new HashSet<>(names).size() < names.size()) {
        throw list.unreadable("it has two columns of one name");
      }
      Map<MergeRow, byte[]> bytes = new IdentityHashMap<>();
      List<MergeRow> rows = new ArrayList<>();
      for (RawList.Row raw : content.rows()) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
          cells.put(names.get(i), raw.cells()[i]);
        }
        MergeRow row = new MergeRow(cells);
        rows.add(row);
        bytes.put(row, raw.bytes());
      }
      return new MergeFiles(content, new MergeSide(names, rows), bytes);
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  /// Reads any other version of it: a list of any kind.
  ///
  /// @throws StoreException when it can't be read to its end
  public static MergeSide other(Path file) throws StoreException {
    requireSize(file);
    List<MergeRow> rows = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    try (TaskRows read = ListReader.rows(file, file.resolveSibling(file.getFileName() + ".idx"))) {
      read.columns().forEach(column -> columns.add(ListRewrite.name(column)));
      while (read.hasNext()) {
        TaskRow row = read.next();
        columns.addAll(row.cells().keySet());
        rows.add(new MergeRow(row.cells()));
      }
      if (!read.problem().isEmpty()) {
        throw new StoreException(new StoreFailure.Unreadable(file.getFileName().toString(), read.problem()));
      }
    }
    return new MergeSide(List.copyOf(columns), rows);
  }

  /// The list as it was read.
  public MergeSide side() {
    return side;
  }

  /// Writes what merging gave. The caller holds the list's lock, and has seen that the list is as it was read.
  public void write(FileOps ops, Path file, Path idx, MergeResult result) throws StoreException {
    List<String> more = result.columns().stream().filter(column -> !side.columns().contains(column)).toList();
    List<String> header = new ArrayList<>(list.dialect().columns());
    header.addAll(more);
    Dialect old = list.dialect();
    RowWriter writer = new RowWriter(new Dialect(old.bom(), old.separator(), old.crlf(), old.quoteAll(), header));
    List<String> names = new ArrayList<>(side.columns());
    names.addAll(more);
    new AtomicFile(ops).replace(file, out -> {
      out.write(list.head());
      if (!more.isEmpty()) {
        writeLine(out, writer.bytes(List.<String[]> of(header.toArray(String[]::new))), old);
      } else {
        writeLine(out, list.header(), old);
      }
      for (MergeRow row : result.rows()) {
        byte[] raw = more.isEmpty() ? bytes.get(row) : null;
        writeLine(out, raw != null ? raw : writer.bytes(List.<String[]> of(cells(names, row))), old);
      }
    });
    try {
      ops.delete(idx);
    } catch (IOException e) {
      throw Failures.writing(e, idx);
    }
  }

  private static String[] cells(List<String> names, MergeRow row) {
    return names.stream().map(row::cell).toArray(String[]::new);
  }

  /// The last row of a file may have no line end.
  private static void writeLine(OutputStream out, byte[] line, Dialect dialect) throws IOException {
    out.write(line);
    if (line.length > 0 && line[line.length - 1] != '\n') {
      out.write(dialect.lineEnd().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void requireSize(Path file) throws StoreException {
    if (file.toFile().length() > LARGEST) {
      throw new StoreException(new StoreFailure.Unreadable(
          file.getFileName().toString(), "it has more than 64 MB, and so is too large to be merged"));
    }
  }
}
