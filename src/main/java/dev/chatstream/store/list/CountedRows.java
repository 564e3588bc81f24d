package dev.chatstream.store.list;

import dev.chatstream.core.table.TaskStatus;
import dev.chatstream.core.task.ListCounts;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts what is in a list, in one pass through it.
final class CountedRows implements CsvWalker.Rows {

  private static final int CHUNK = 256 * 1024;
  private static final int MOST_WORDS = 10_000;

  private final Map<String, Integer> tags = new HashMap<>();
  private int rows = -1;
  private int open;
  private int done;

  private CountedRows() {}

  /// @return unknown when it can't be read to its end
  static ListCounts of(Path file) throws StoreException {
    CountedRows count = new CountedRows();
    try (OpenList list = OpenList.toRead(file)) {
      int[] kept = {list.dialect().position("status"), list.dialect().position("tags")};
      CsvWalker walker = new CsvWalker(list.dialect().separator(), kept, count);
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      long at = list.dialect().start();
      for (int read = list.channel().read(chunk, at); read > 0; read = list.channel().read(chunk.clear(), at)) {
        walker.feed(chunk.array(), 0, read);
        at += read;
      }
      walker.end();
      return walker.problem().isEmpty() ? count.counts() : ListCounts.UNKNOWN;
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  @Override
  public boolean row(CsvWalker walker) {
    if (walker.blank() || rows++ < 0) {
      return true;
    }
    byte code = RowCode.of(walker.bytes(0), walker.bytes(0));
    open += RowCode.open(code) ? 1 : 0;
    done += walker.bytes(0).is(TaskStatus.DONE) ? 1 : 0;
    if (walker.bytes(1).size() > 0 && tags.size() < MOST_WORDS) {
      for (String tag : walker.text(1).strip().split("\\s+")) {
        tags.merge(tag, 1, Integer::sum);
      }
    }
    return true;
  }

  private ListCounts counts() {
    List<String> most = tags.entrySet().stream()
        .sorted(Map.Entry.<String, Integer> comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(ListCounts.MOST_TAGS).map(Map.Entry::getKey).toList();
    return new ListCounts(Math.max(rows, 0), open, done, most);
  }
}
