package dev.chatstream.store.list;

import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// The rows of a list as numbers, to find out how two states of it differ without holding either in memory.
public final class ListRows {

  /// A copy of a list has no index file.
  private static final Path NO_IDX = Path.of("");

  private static final long PRIME = 0x100000001B3L;
  private static final long OFFSET = 0xCBF29CE484222325L;

  private ListRows() {}

  /// A 64-bit hash (FNV-1a) of each row, sorted. Rows beyond a damage are left out.
  public static long[] hashes(Path file) throws StoreException {
    long[] hashes = new long[1024];
    int count = 0;
    try (TaskRows rows = ListReader.rows(file, NO_IDX)) {
      while (rows.hasNext()) {
        if (count == hashes.length) {
          hashes = Arrays.copyOf(hashes, 2 * count);
        }
        hashes[count++] = hash(rows.next());
      }
    }
    long[] sorted = Arrays.copyOf(hashes, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private static long hash(TaskRow row) {
    long hash = OFFSET;
    for (Map.Entry<String, String> cell : row.cells().entrySet()) {
      hash = feed(feed(hash, cell.getKey()), cell.getValue());
    }
    return hash;
  }

  private static long feed(long before, String text) {
    long hash = before;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return (hash ^ 0x1F) * PRIME;
  }
}
