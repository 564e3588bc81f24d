package dev.chatstream.store.list;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// The rows of a list as they are written, one after the other, each with its id.
final class RowBytes {

  private static final int CHUNK = 1 << 16;

  private RowBytes() {}

  /// What stands before the header: a byte order mark, or nothing.
  static byte[] head(OpenList list) throws IOException {
    ByteBuffer mark = ByteBuffer.allocate(list.dialect().start());
    while (mark.hasRemaining() && list.channel().read(mark, mark.position()) >= 0) {
      // A read may bring less than was asked for.
    }
    return mark.array();
  }

  /// Hears of each row, the header among them.
  interface Rows {
    void row(String id, byte[] bytes) throws IOException;
  }

  /// The part is known to be sound, and to begin and end with whole rows.
  static void walk(FileChannel channel, long from, long to, char separator, int id, Rows rows)
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
}
