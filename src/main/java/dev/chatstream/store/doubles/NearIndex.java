package dev.chatstream.store.doubles;

import dev.chatstream.core.doubles.ComparedText;
import dev.chatstream.core.doubles.DoubleRow;
import dev.chatstream.core.doubles.Likeness;
import dev.chatstream.core.doubles.MinHash;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.list.ListTexts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The index by which like rows of a list are found without reading all of it. What it finds is always compared with
/// the list itself, so a wrong index can hide a double but never make one up; each bucket that is read is checked.
final class NearIndex implements AutoCloseable {

  /// So many rows with one sketch in common are compared, the earliest ones; thousands alike need no list of all.
  private static final int MOST_COMPARED = 256;

  /// A part of the index is not as it was written.
  static final class Wrong extends IOException {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  private final FileChannel channel;
  private final NearHeader header;
  private final List<TailEntry> tail;

  private NearIndex(FileChannel channel, NearHeader header, List<TailEntry> tail) {
    this.channel = channel;
    this.header = header;
    this.tail = tail;
  }

  /// Opens one.
  ///
  /// @param channel closed with it
  /// @throws Wrong when it is no index, or damaged
  static NearIndex of(FileChannel channel) throws IOException {
    NearHeader header = NearHeader.of(read(channel, 0, NearHeader.BYTES));
    if (header == null || channel.size() < header.bandAt(MinHash.BANDS)) {
      throw new Wrong("its header is wrong");
    }
    return new NearIndex(channel, header, tail(channel, header.bandAt(MinHash.BANDS)));
  }

  private static List<TailEntry> tail(FileChannel channel, long from) throws IOException {
    List<TailEntry> tail = new ArrayList<>();
    int whole = (int) ((channel.size() - from) / TailEntry.BYTES);
    byte[] bytes = read(channel, from, whole * TailEntry.BYTES).array();
    for (int i = 0; i < whole; i++) {
      TailEntry entry = TailEntry.of(bytes, i * TailEntry.BYTES);
      if (entry == null) {
        break;
      }
      tail.add(entry);
    }
    return tail;
  }

  /// The identity of the list's file that it was made for.
  int key() {
    return header.key();
  }

  /// The list up to where the index knows it.
  ListTexts.State state() {
    return tail.isEmpty() ? header.state() : tail.getLast().after();
  }

  /// How many rows came in since it was built.
  int grown() {
    return tail.size();
  }

  /// The rows that came in since it was built.
  List<TailEntry> tail() {
    return tail;
  }

  int rows() {
    return header.rows();
  }

  /// Takes rows in that were appended to the list; the caller holds the list's lock.
  void grow(List<TailEntry> more) throws IOException {
    long at = header.bandAt(MinHash.BANDS) + (long) tail.size() * TailEntry.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(more.size() * TailEntry.BYTES);
    more.forEach(entry -> bytes.put(entry.bytes()));
    bytes.flip();
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    tail.addAll(more);
  }

  /// The rows that are like this text, the likest first; compared with the list itself.
  List<DoubleRow> like(ComparedText text, ListTexts list) throws IOException, StoreException {
    Set<Long> places = new HashSet<>();
    for (int[] bands : text.sketches()) {
      for (int band = 0; band < MinHash.BANDS; band++) {
        for (int row : rowsIn(band, bands[band])) {
          places.add(begin(row));
        }
        inTail(band, bands[band], places);
      }
    }
    List<DoubleRow> found = new ArrayList<>();
    for (long begin : places) {
      ListTexts.Row row = row(list, begin);
      double part = row == null ? 0 : text.likeness(ComparedText.of(row.text()));
      if (part >= Likeness.SIMILAR_FROM) {
        found.add(new DoubleRow(0, begin, row.index(), part, row.text()));
      }
    }
    found.sort(Comparator.comparingDouble(DoubleRow::part).reversed().thenComparingLong(DoubleRow::index));
    return found;
  }

  /// Null where the list has no row any more.
  private static ListTexts.Row row(ListTexts list, long begin) throws StoreException {
    try {
      return list.at(begin);
    } catch (StoreException e) {
      if (e.failure() instanceof StoreFailure.Unreadable) {
        return null;
      }
      throw e;
    }
  }

  private void inTail(int band, int hash, Set<Long> places) {
    for (TailEntry entry : tail) {
      if (entry.bands() != null && entry.bands()[band] == hash) {
        places.add(entry.begin());
      }
    }
  }

  private int[] rowsIn(int band, int hash) throws IOException {
    long[] bucket = bucket(band, NearBuilder.bucketOf(hash, header.buckets()));
    int[] rows = new int[MOST_COMPARED];
    int count = 0;
    for (long entry : bucket) {
      if ((int) (entry >> 32) == hash && count < MOST_COMPARED) {
        rows[count] = (int) entry;
        count++;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /// The entries of one bucket of a band: the hash in the upper half, the row in the lower one.
  long[] bucket(int band, int number) throws IOException {
    long at = header.bandAt(band);
    ByteBuffer told = read(channel, at + (long) number * NearHeader.Bucket.BYTES, NearHeader.Bucket.BYTES);
    NearHeader.Bucket bucket = new NearHeader.Bucket(told.getInt(0), told.getInt(4), told.getInt(8));
    if (bucket.from() < 0 || bucket.to() < bucket.from() || bucket.to() > header.entries()) {
      throw new Wrong("a bucket is wrong");
    }
    long entries = at + (long) header.buckets() * NearHeader.Bucket.BYTES;
    int length = (bucket.to() - bucket.from()) * Long.BYTES;
    ByteBuffer bytes = read(channel, entries + (long) bucket.from() * Long.BYTES, length);
    if (NearHeader.crc(bytes.array(), 0, length) != bucket.crc()) {
      throw new Wrong("a bucket is damaged");
    }
    long[] found = new long[length / Long.BYTES];
    bytes.asLongBuffer().get(found);
    return found;
  }

  int buckets() {
    return header.buckets();
  }

  long begin(int row) throws IOException {
    if (row < 0 || row >= header.rows()) {
      throw new Wrong("it names a row that is none");
    }
    return read(channel, header.placesAt() + (long) row * Long.BYTES, Long.BYTES).getLong(0);
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new Wrong("it is too short");
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
