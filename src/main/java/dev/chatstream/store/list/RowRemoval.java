package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes rows out of a list by their ids. All other bytes stay as they are. The caller holds the list's lock.
final class RowRemoval {

  private static final String ID = "id";
  private static final int CHUNK = 1 << 16;

  private RowRemoval() {}

  /// The marks of the rows that an append brought; none where the list has no ids.
  ///
  /// @throws StoreException `NotUndoable` when they are no longer there
  static List<RowMark> marks(Path file, AppendUndo append) throws StoreException {
    try (OpenList list = OpenList.toRead(file)) {
      int id = list.dialect().position(ID);
      if (id < 0) {
        return List.of();
      }
      if (list.channel().size() < append.after()
          || ListState.crc(list.channel(), append.before(), append.after()) != append.crc()) {
        throw new StoreException(new StoreFailure.NotUndoable(list.name(), "the list was changed since"));
      }
      List<RowMark> marks = new ArrayList<>();
      walk(list.channel(), append.before(), append.after(), list.dialect().separator(), id, (cell, row) -> {
        if (!cell.isEmpty()) {
          marks.add(new RowMark(cell, crc(row)));
        }
      });
      return marks;
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  /// Takes them out, where they are unchanged.
  ///
  /// @param idx the list's index file, which is made anew at the next append
  /// @return how many went; when none did, nothing was written
  static int remove(AtomicFile atomic, Path file, Path idx, List<RowMark> rows) throws StoreException {
    try (OpenList list = OpenList.toRead(file)) {
      ListScan scan = ListLook.scan(list, Optional.of(idx));
      if (!scan.problem().isEmpty()) {
        throw new StoreException(new StoreFailure.Unreadable(list.name(), scan.problem()));
      }
      int there = copy(list, OutputStream.nullOutputStream(), rows);
      if (there > 0) {
        FileOps.DISK.delete(idx);
        atomic.replace(file, out -> copy(list, out, rows));
      }
      return there;
    } catch (IOException e) {
      throw Failures.writing(e, file);
    }
  }

  private static int copy(OpenList list, OutputStream out, List<RowMark> rows) throws IOException {
    Map<String, Integer> unwanted = new HashMap<>();
    rows.forEach(row -> unwanted.put(row.id(), row.crc()));
    int start = list.dialect().start();
    ByteBuffer mark = ByteBuffer.allocate(start);
    while (mark.hasRemaining() && list.channel().read(mark, mark.position()) >= 0) {
      // A read may bring less than was asked for.
    }
    out.write(mark.array());
    int[] gone = {0};
    walk(list.channel(), start, list.channel().size(), list.dialect().separator(), list.dialect().position(ID),
        (id, row) -> {
          Integer crc = unwanted.get(id);
          if (crc != null && crc == crc(row)) {
            unwanted.remove(id);
            gone[0]++;
          } else {
            out.write(row);
          }
        });
    return gone[0];
  }

  /// Hears of each row, the header among them.
  private interface Rows {
    void row(String id, byte[] bytes) throws IOException;
  }

  /// The part is known to be sound, and to begin and end with whole rows.
  private static void walk(FileChannel channel, long from, long to, char separator, int id, Rows rows)
      throws IOException {
    boolean[] ended = {false};
    String[] cell = {""};
    CsvWalker walker = new CsvWalker(separator, new int[] {id}, row -> {
      ended[0] = true;
      cell[0] = row.text(0);
      return true;
    });
    ByteArrayOutputStream row = new ByteArrayOutputStream();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (long at = from; at < to;) {
      int read = channel.read(chunk.clear().limit((int) Math.min(CHUNK, to - at)), at);
      if (read <= 0) {
        break;
      }
      at += read;
      for (int i = 0; i < read; i++) {
        row.write(chunk.get(i));
        walker.feed(chunk.array(), i, 1);
        if (ended[0]) {
          rows.row(cell[0], row.toByteArray());
          row.reset();
          ended[0] = false;
        }
      }
    }
    walker.end();
    if (row.size() > 0) {
      rows.row(ended[0] ? cell[0] : "", row.toByteArray());
    }
  }

  private static int crc(byte[] row) {
    int end = row.length;
    while (end > 0 && (row[end - 1] == '\n' || row[end - 1] == '\r')) {
      end--;
    }
    return ListState.crc(row, 0, end);
  }
}
