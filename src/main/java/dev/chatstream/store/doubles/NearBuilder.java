package dev.chatstream.store.doubles;

import dev.chatstream.core.doubles.ComparedText;
import dev.chatstream.core.doubles.MinHash;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.convert.Watch;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.TempFile;
import dev.chatstream.store.list.ListTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Builds a near index in two passes: the list is read once and its sketches go to a temporary file in blocks, band
/// beside band; then each band is gathered, sorted and written. Memory: some 40 bytes a row.
final class NearBuilder {

  private static final int BLOCK = 8192;
  private static final int READ = 60;
  private static final int WHOLE = 100;

  private final FileOps ops;
  private final Path file;
  private final ListTexts texts;
  private final Watch watch;
  private final Places places = new Places();
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK * MinHash.BANDS * Integer.BYTES);
  private int[] rowOf = new int[BLOCK];
  private int entries;

  NearBuilder(FileOps ops, Path file, ListTexts texts, Watch watch) {
    this.ops = ops;
    this.file = file;
    this.texts = texts;
    this.watch = watch;
  }

  /// Builds it and puts it in its place.
  ///
  /// @param key the identity of the list's file
  void build(int key) throws StoreException {
    ListTexts.State state = texts.state(texts.end());
    try (TempFile temp = TempFile.beside(ops, file)) {
      try {
        read(temp.channel());
        NearHeader header = new NearHeader(key, state, places.count(), entries);
        new AtomicFile(ops).replace(file, out -> write(header, temp.channel(), out));
      } finally {
        Files.delete(temp.path());
      }
    } catch (IOException e) {
      throw Failures.writing(e, file);
    }
  }

  private void read(FileChannel temp) throws StoreException, IOException {
    Watch part = Watch.part(watch, 0, READ);
    texts.all(row -> {
      int place = places.add(row.begin());
      if (place % BLOCK == 0) {
        part.progress(row.begin(), texts.end());
      }
      ComparedText text = ComparedText.of(row.text());
      if (!text.empty()) {
        for (int[] bands : text.sketches()) {
          take(bands, place, temp);
        }
      }
      return true;
    });
    if (entries % BLOCK > 0) {
      flush(temp);
    }
  }

  private void take(int[] bands, int place, FileChannel temp) throws IOException {
    if (entries == rowOf.length) {
      rowOf = Arrays.copyOf(rowOf, 2 * entries);
    }
    rowOf[entries] = place;
    int inBlock = entries % BLOCK;
    for (int band = 0; band < MinHash.BANDS; band++) {
      block.putInt((band * BLOCK + inBlock) * Integer.BYTES, bands[band]);
    }
    entries++;
    if (entries % BLOCK == 0) {
      flush(temp);
    }
  }

  private void flush(FileChannel temp) throws IOException {
    long number = (entries - 1L) / BLOCK;
    ops.write(temp, block.duplicate().clear(), number * block.capacity());
  }

  private void write(NearHeader header, FileChannel temp, OutputStream out) throws IOException {
    out.write(header.bytes().array());
    ByteBuffer eight = ByteBuffer.allocate(BLOCK * Long.BYTES);
    for (int row = 0; row < places.count(); row++) {
      eight.putLong(places.begin(row));
      if (!eight.hasRemaining() || row == places.count() - 1) {
        out.write(eight.array(), 0, eight.position());
        eight.clear();
      }
    }
    for (int band = 0; band < MinHash.BANDS; band++) {
      Watch.part(watch, READ, WHOLE).progress(band, MinHash.BANDS);
      write(sorted(band, temp), header.buckets(), out);
    }
  }

  /// The entries of a band in the order of their hashes: the hash in the upper half, the row in the lower one.
  private long[] sorted(int band, FileChannel temp) throws IOException {
    long[] sorted = new long[entries];
    ByteBuffer column = ByteBuffer.allocate(BLOCK * Integer.BYTES);
    for (int from = 0; from < entries; from += BLOCK) {
      column.clear();
      long at = (long) (from / BLOCK) * block.capacity() + (long) band * column.capacity();
      while (column.hasRemaining() && temp.read(column, at + column.position()) > 0) {
        // A read may bring less than was asked for.
      }
      for (int i = from; i < Math.min(entries, from + BLOCK); i++) {
        sorted[i] = (long) column.getInt((i - from) * Integer.BYTES) << 32 | rowOf[i];
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  private static void write(long[] sorted, int buckets, OutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(sorted.length * Long.BYTES);
    bytes.asLongBuffer().put(sorted);
    ByteBuffer table = ByteBuffer.allocate(buckets * NearHeader.Bucket.BYTES);
    int from = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      int to = from;
      while (to < sorted.length && bucketOf((int) (sorted[to] >> 32), buckets) == bucket) {
        to++;
      }
      table.putInt(from).putInt(to)
          .putInt(NearHeader.crc(bytes.array(), from * Long.BYTES, (to - from) * Long.BYTES));
      from = to;
    }
    out.write(table.array());
    out.write(bytes.array());
  }

  /// Which bucket a hash is in; grows with the hash.
  static int bucketOf(int hash, int buckets) {
    return buckets == 1 ? 0 : (hash ^ 1 << 31) >>> Integer.SIZE - Integer.bitCount(buckets - 1);
  }
}
