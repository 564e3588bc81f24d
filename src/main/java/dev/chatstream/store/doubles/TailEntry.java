package dev.chatstream.store.doubles;

import dev.chatstream.core.doubles.MinHash;
import dev.chatstream.store.list.ListTexts;
import java.nio.ByteBuffer;

/// A row that came in after the index was built: it stands behind the bands, with the state of the list up to it.
///
/// @param begin where the row begins in the list
/// @param after the list up to the row's end
/// @param bands one of its sketches; null when the row has no text
record TailEntry(long begin, ListTexts.State after, int[] bands) {

  static final int BYTES = 164;

  private static final int CRC_AT = 160;
  private static final int NONE = 0;
  private static final int SOME = 1;

  ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES)
        .putLong(begin)
        .putLong(after.length())
        .putLong(after.modifiedNanos())
        .putInt(after.tailCrc())
        .putInt(bands == null ? NONE : SOME);
    for (int i = 0; i < MinHash.BANDS; i++) {
      bytes.putInt(bands == null ? 0 : bands[i]);
    }
    bytes.putInt(CRC_AT, NearHeader.crc(bytes.array(), 0, CRC_AT));
    return bytes.position(0).limit(BYTES);
  }

  /// The entry that begins here; null when it is torn or damaged: then those behind it don't count either.
  static TailEntry of(byte[] bytes, int at) {
    ByteBuffer read = ByteBuffer.wrap(bytes, at, BYTES).slice();
    if (read.getInt(CRC_AT) != NearHeader.crc(bytes, at, CRC_AT)) {
      return null;
    }
    long begin = read.getLong();
    long length = read.getLong();
    long modified = read.getLong();
    ListTexts.State after = new ListTexts.State(length, modified, read.getInt());
    boolean some = read.getInt() == SOME;
    int[] bands = new int[MinHash.BANDS];
    read.asIntBuffer().get(bands);
    return new TailEntry(begin, after, some ? bands : null);
  }
}
