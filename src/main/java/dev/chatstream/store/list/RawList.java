package dev.chatstream.store.list;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A sound list, all of it in memory, each row with its bytes.
///
/// @param head what stands before the header: the byte order mark, if any
/// @param header the header's bytes
record RawList(Dialect dialect, byte[] head, byte[] header, List<Row> rows) {

  /// A row.
  record Row(String[] cells, byte[] bytes) {}

  /// Reads it.
  ///
  /// @param end how much of it counts, in bytes
  static RawList of(OpenList list, long end) throws IOException {
    ByteBuffer all = ByteBuffer.allocate((int) end);
    while (all.hasRemaining() && list.channel().read(all, all.position()) > 0) {
      // A read may bring less than was asked for.
    }
    byte[] bytes = all.array();
    int start = list.dialect().start();
    int count = list.dialect().columns().size();
    int[] kept = new int[count];
    Arrays.setAll(kept, i -> i);
    List<byte[]> header = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    CsvWalker walker = new CsvWalker(list.dialect().separator(), kept, Integer.MAX_VALUE, row -> {
      if (row.blank()) {
        return true;
      }
      byte[] raw = Arrays.copyOfRange(bytes, start + (int) row.rowEnd(), start + (int) row.position());
      if (header.isEmpty()) {
        header.add(raw);
      } else {
        String[] cells = new String[count];
        Arrays.setAll(cells, row::text);
        rows.add(new Row(cells, raw));
      }
      return true;
    });
    walker.feed(bytes, start, bytes.length - start);
    walker.end();
    return new RawList(list.dialect(), Arrays.copyOf(bytes, start), header.getFirst(), rows);
  }
}
