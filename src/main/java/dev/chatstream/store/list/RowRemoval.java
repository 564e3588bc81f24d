package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes rows out of a list by their ids. All other bytes stay as they are. The caller holds the list's lock.
final class RowRemoval {

  private static final String ID = "id";

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
      RowBytes.walk(list.channel(), append.before(), append.after(), list.dialect().separator(), id, (cell, row) -> {
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
    out.write(RowBytes.head(list));
    int[] gone = {0};
    RowBytes.walk(list.channel(), start, list.channel().size(), list.dialect().separator(), list.dialect().position(ID),
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

  private static int crc(byte[] row) {
    int end = row.length;
    while (end > 0 && (row[end - 1] == '\n' || row[end - 1] == '\r')) {
      end--;
    }
    return ListState.crc(row, 0, end);
  }
}
