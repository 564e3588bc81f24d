package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.legacy.KnownColumns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Changes or takes away rows of a list, by one atomic replace in the list's own dialect; no other byte changes. What
/// was done can be taken back, also after rows were appended.
public final class ListRewrite {

  private static final int CHUNK = 64 * 1024;

  /// What becomes of a row.
  @FunctionalInterface
  public interface Edit {
    /// Its new cells.
    ///
    /// @param cells by the names of known columns in lower case, else by their own
    /// @return the same keys; null to take the row away
    /// @throws StoreException when it is not the row that was meant
    Map<String, String> of(Map<String, String> cells) throws StoreException;
  }

  /// A part of the list that was changed.
  ///
  /// @param begin where it begins now
  public record Piece(long begin, byte[] before, byte[] now) {}

  /// What was changed.
  public record Rewritten(String file, List<Piece> pieces) {}

  private ListRewrite() {}

  /// Changes rows. The caller holds the list's lock.
  ///
  /// @param idx the list's index file, which is made anew
  /// @param edits by where their rows begin, in bytes
  public static Rewritten apply(FileOps ops, Path file, Path idx, SortedMap<Long, Edit> edits) throws StoreException {
    List<Piece> planned = new ArrayList<>();
    try (OpenList list = OpenList.toRead(file)) {
      long shift = 0;
      for (Map.Entry<Long, Edit> edit : edits.entrySet()) {
        Piece piece = piece(list, edit.getKey(), edit.getValue(), shift);
        planned.add(piece);
        shift += piece.now().length - piece.before().length;
      }
      replace(ops, file, idx, list.channel(), planned, false);
    }
    return new Rewritten(file.getFileName().toString(), List.copyOf(planned));
  }

  /// Takes it back. The caller holds the list's lock.
  ///
  /// @throws StoreException when one of the rows is not as it was left
  public static void undo(FileOps ops, Path file, Path idx, Rewritten done) throws StoreException {
    try (FileChannel channel = RegularFile.openToRead(file)) {
      for (Piece piece : done.pieces()) {
        if (!Arrays.equals(read(channel, piece.begin(), piece.now().length), piece.now())) {
          throw new StoreException(new StoreFailure.NotUndoable(done.file(), "the list was changed since"));
        }
      }
      replace(ops, file, idx, channel, done.pieces(), true);
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  private static void replace(
      FileOps ops, Path file, Path idx, FileChannel from, List<Piece> pieces, boolean back) throws StoreException {
    new AtomicFile(ops).replace(file, out -> {
      long at = 0;
      long shift = 0;
      for (Piece piece : pieces) {
        // Where the piece begins in the file that is read.
        long begin = back ? piece.begin() : piece.begin() - shift;
        byte[] old = back ? piece.now() : piece.before();
        byte[] other = back ? piece.before() : piece.now();
        RegularFile.copy(from, at, begin, out);
        out.write(other);
        at = begin + old.length;
        shift += piece.now().length - piece.before().length;
      }
      copyRest(from, at, out);
    });
    try {
      ops.delete(idx);
    } catch (IOException e) {
      throw Failures.writing(e, idx);
    }
  }

  private static void copyRest(FileChannel from, long at, OutputStream out) throws IOException {
    RegularFile.copy(from, at, from.size(), out);
  }

  private static Piece piece(OpenList list, long begin, Edit edit, long shift) throws StoreException {
    try {
      RowCells row = RowCells.at(list, begin);
      if (row == null) {
        throw new StoreException(new StoreFailure.ChangedElsewhere(list.name()));
      }
      List<String> columns = list.dialect().columns();
      Map<String, String> after = edit.of(named(columns, row.cells()));
      byte[] now = {};
      if (after != null) {
        String[] written = row.cells().clone();
        for (int i = 0; i < written.length; i++) {
          written[i] = first(columns, i) ? after.getOrDefault(name(columns.get(i)), written[i]) : written[i];
        }
        now = new RowWriter(list.dialect()).bytes(List.<String[]> of(written));
      }
      return new Piece(begin + shift, read(list.channel(), begin, (int) (row.end() - begin)), now);
    } catch (IOException e) {
      throw Failures.reading(e, list.path());
    }
  }

  /// The cells of one row.
  ///
  /// @param begin where it begins, in bytes
  static Map<String, String> cells(Path file, long begin) throws StoreException {
    try (OpenList list = OpenList.toRead(file)) {
      RowCells row = RowCells.at(list, begin);
      if (row == null) {
        throw new StoreException(new StoreFailure.ChangedElsewhere(list.name()));
      }
      return named(list.dialect().columns(), row.cells());
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  private static Map<String, String> named(List<String> columns, String[] cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      named.putIfAbsent(name(columns.get(i)), cells[i]);
    }
    return named;
  }

  /// Of two columns of one name only the first has a meaning.
  private static boolean first(List<String> columns, int column) {
    return columns.stream().map(ListRewrite::name).toList().indexOf(name(columns.get(column))) == column;
  }

  /// The name under which the cells of a column are kept: ours where the header means one of ours.
  static String name(String column) {
    String key = KnownColumns.key(column);
    return KnownColumns.OURS.contains(key) ? key : column;
  }

  private static byte[] read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) > 0) {
      // A read may bring less than was asked for.
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /// One row with all its cells.
  ///
  /// @param end the byte behind it
  private record RowCells(String[] cells, long end) {

    static RowCells at(OpenList list, long begin) throws IOException {
      int count = list.dialect().columns().size();
      int[] all = new int[count];
      Arrays.setAll(all, i -> i);
      RowCells[] found = new RowCells[1];
      CsvWalker walker = new CsvWalker(list.dialect().separator(), all, Integer.MAX_VALUE, row -> {
        if (row.cells() == count) {
          String[] cells = new String[count];
          Arrays.setAll(cells, row::text);
          found[0] = new RowCells(cells, begin + row.position());
        }
        return false;
      });
      byte[] chunk = read(list.channel(), begin, CHUNK);
      for (long at = begin; chunk.length > 0 && found[0] == null && walker.problem().isEmpty();) {
        walker.feed(chunk, 0, chunk.length);
        at += chunk.length;
        chunk = read(list.channel(), at, CHUNK);
      }
      walker.end();
      return found[0];
    }
  }
}
