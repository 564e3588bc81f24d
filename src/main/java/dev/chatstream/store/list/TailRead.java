package dev.chatstream.store.list;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Reads the last row of a long list from its end. Good enough to show a number: on a file whose end is torn it can be
/// wrong, so nothing is ever appended by it.
///
/// @param lastIndex of the last row, or -1 when it has none
/// @param problem what is wrong with the last row, in words; empty when nothing is
record TailRead(long lastIndex, String problem) {

  private static final int MOST = 1 << 20;

  /// Walks backwards, in and out of quotes, to the line end before the last row.
  static TailRead of(FileChannel channel, Dialect dialect) throws IOException {
    byte[] tail = tail(channel, dialect);
    int end = tail.length;
    while (end > 0 && (tail[end - 1] == '\n' || tail[end - 1] == '\r')) {
      end--;
    }
    int begin = end;
    boolean quoted = false;
    while (begin > 0 && (quoted || tail[begin - 1] != '\n')) {
      begin--;
      quoted ^= tail[begin] == '"';
    }
    if (begin == 0) {
      return new TailRead(-1, ""); // One row fills all that was read: nothing is known, and nothing is wrong.
    }
    return lastRow(tail, begin, dialect);
  }

  private static TailRead lastRow(byte[] tail, int begin, Dialect dialect) {
    long[] found = {-1, 0};
    int[] kept = {dialect.position(Columns.INDEX)};
    CsvWalker walker = new CsvWalker(dialect.separator(), kept, row -> {
      if (!row.blank()) {
        found[0] = ListScan.index(row.text(0));
        found[1] = row.cells();
      }
      return true;
    });
    walker.feed(tail, begin, tail.length - begin);
    walker.end();
    if (!walker.problem().isEmpty() || found[1] != dialect.columns().size()) {
      return new TailRead(-1, "its last row is not whole");
    }
    return new TailRead(found[0], "");
  }

  private static byte[] tail(FileChannel channel, Dialect dialect) throws IOException {
    long size = channel.size();
    int length = (int) Math.min(MOST, size - dialect.start());
    ByteBuffer tail = ByteBuffer.allocate(length);
    while (tail.hasRemaining() && channel.read(tail, size - length + tail.position()) >= 0) {
      // A read may bring less than was asked for.
    }
    return tail.array();
  }
}
