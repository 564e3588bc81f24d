package dev.chatstream.store.doubles;

import dev.chatstream.store.list.ListTexts;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The beginning of a near index: which state of which list it is of, and where its parts are.
///
/// @param key the identity of the list's file, as the system has it
/// @param state the list up to where it was read
/// @param rows how many rows it has; each has a place, eight bytes
/// @param entries how many sketches it has; a row has none, one or two
record NearHeader(int key, ListTexts.State state, int rows, int entries) {

  static final int BYTES = 64;

  private static final long MAGIC = 0x4143534E45415231L; // ACSNEAR1
  private static final int CRC_AT = 56;

  /// How many buckets a band has: a power of two, for some 256 entries each.
  int buckets() {
    return Math.max(1, Integer.highestOneBit(Math.max(1, entries / 128)));
  }

  /// Where the table of places begins.
  long placesAt() {
    return BYTES;
  }

  /// Where a band begins: its table of buckets, then its entries.
  long bandAt(int band) {
    return BYTES + Long.BYTES * (long) rows + band * (Bucket.BYTES * (long) buckets() + Long.BYTES * (long) entries);
  }

  /// An entry of a band's table.
  ///
  /// @param from its first entry
  /// @param to behind its last one
  /// @param crc of its bytes
  record Bucket(int from, int to, int crc) {
    static final int BYTES = 12;
  }

  ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES)
        .putLong(MAGIC)
        .putInt(key)
        .putInt(state.tailCrc())
        .putLong(state.length())
        .putLong(state.modifiedNanos())
        .putInt(rows)
        .putInt(entries);
    bytes.putInt(CRC_AT, crc(bytes.array(), 0, CRC_AT));
    return bytes.position(0).limit(BYTES);
  }

  /// What stands in these bytes; null when it is no such header, or damaged.
  static NearHeader of(ByteBuffer bytes) {
    bytes.position(0);
    if (bytes.limit() < BYTES || bytes.getLong() != MAGIC || bytes.getInt(CRC_AT) != crc(bytes.array(), 0, CRC_AT)) {
      return null;
    }
    int key = bytes.getInt();
    int tailCrc = bytes.getInt();
    ListTexts.State state = new ListTexts.State(bytes.getLong(), bytes.getLong(), tailCrc);
    return new NearHeader(key, state, bytes.getInt(), bytes.getInt());
  }

  static int crc(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
