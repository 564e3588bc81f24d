package dev.chatstream.store.list;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// What is about to be appended, on the disk before the list is touched: so that some rows of an append that was never
/// finished don't pass for all of it.
///
/// @param from where it begins in the list
/// @param to where it ends
/// @param crc CRC-32C of all of it
/// @param head its first bytes, to tell it from what somebody else wrote there
record Intent(long from, long to, int crc, byte[] head) {

  /// Bytes of an intent in the index file.
  static final int SIZE = 40;

  private static final int HEAD = 16;
  private static final int CHECKED = SIZE - Integer.BYTES;

  static Intent of(long from, byte[] rows) {
    CRC32C crc = new CRC32C();
    crc.update(rows);
    return new Intent(from, from + rows.length, (int) crc.getValue(), Arrays.copyOf(rows, HEAD));
  }

  /// Reads one; null when there is none.
  static Intent read(ByteBuffer bytes) {
    Intent found = new Intent(bytes.getLong(), bytes.getLong(), bytes.getInt(), new byte[HEAD]);
    bytes.get(found.head);
    boolean whole = bytes.getInt() == ListState.crc(bytes.array(), bytes.position() - SIZE, CHECKED);
    return whole && found.from > 0 && found.to > found.from ? found : null;
  }

  ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE).putLong(from).putLong(to).putInt(crc).put(head);
    bytes.putInt(ListState.crc(bytes.array(), 0, CHECKED));
    return bytes.flip();
  }

  /// Whether a part of it stands in the list, and not all of it. Sectors that never reached the disk are zero.
  boolean unfinished(FileChannel list) throws IOException {
    long size = list.size();
    if (size <= from || size > to || size == to && ListState.crc(list, from, to) == crc) {
      return false;
    }
    ByteBuffer found = ByteBuffer.allocate((int) Math.min(HEAD, size - from));
    while (found.hasRemaining() && list.read(found, from + found.position()) >= 0) {
      // A read may bring less than was asked for.
    }
    for (int i = 0; i < found.position(); i++) {
      if (found.get(i) != 0 && found.get(i) != head[i]) {
        return false;
      }
    }
    return true;
  }
}
