package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileStamp;
import dev.chatstream.store.legacy.KnownColumns;
import dev.chatstream.store.legacy.Utf8Check;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Finds the rows of a list in one pass, a piece at a time, so that whoever waits for the first page gets it before the
/// rest is read. What a strict reader would refuse is refused here, too.
final class BaseScan {

  private static final int FIRST_CODES = 1024;
  private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

  private final OpenList list;
  private final FileStamp stamp;
  private final long length;
  private final CsvWalker walker;
  private final Utf8Check text = new Utf8Check();
  private final CRC32C crc = new CRC32C();
  private final ByteBuffer chunk = ByteBuffer.allocate(Utf8Check.CHUNK);
  private final LongChunks starts = new LongChunks();
  private byte[] codes = new byte[FIRST_CODES];
  private long maxIndex;
  private long position;
  private boolean header = true;
  private String problem = "";

  /// Begins; nothing but the file's beginning is read yet.
  ///
  /// @param idx the list's index file, which knows of an append that was not finished
  static BaseScan begin(Path path, Path idx) throws StoreException {
    OpenList list = OpenList.toRead(path);
    try {
      if (IdxFile.countedLength(idx, list.channel()) < list.channel().size()) {
        throw list.unreadable("its last append was not finished");
      }
      return new BaseScan(list, FileStamp.of(path));
    } catch (IOException e) {
      list.close();
      throw Failures.reading(e, path);
    } catch (StoreException e) {
      list.close();
      throw e;
    }
  }

  /// All of a list at once.
  static ListBase whole(Path path, Path idx) throws StoreException {
    BaseScan scan = begin(path, idx);
    while (scan.step()) {
      // Goes on to the end.
    }
    return scan.base();
  }

  private BaseScan(OpenList list, FileStamp stamp) throws IOException, StoreException {
    this.list = list;
    this.stamp = stamp;
    this.length = list.channel().size();
    String refusal = list.refusal(0, 1);
    if (!refusal.isEmpty()) {
      throw list.notAppendable(refusal);
    }
    Dialect dialect = list.dialect();
    int[] kept = {dialect.position(KnownColumns.INDEX), dialect.position("status"), dialect.position("priority")};
    this.walker = new CsvWalker(dialect.separator(), kept, this::row);
    crc.update(list.dialect().bom() ? Dialect.bomBytes() : new byte[0]);
    position = dialect.start();
  }

  /// Reads on.
  ///
  /// @return whether there is more
  /// @throws StoreException when the list can't be read to its end; it is closed then
  boolean step() throws StoreException {
    try {
      int read = list.channel().read(chunk.clear().limit((int) Math.clamp(length - position, 0, Utf8Check.CHUNK)),
          position);
      if (read > 0) {
        take(read);
        return true;
      }
      end();
      return false;
    } catch (IOException e) {
      list.close();
      throw Failures.reading(e, list.path());
    } catch (StoreException e) {
      list.close();
      throw e;
    }
  }

  /// How much is read, in percent.
  int percent() {
    return length == 0 ? 100 : (int) (100 * position / length);
  }

  /// How many rows were found so far.
  int rows() {
    return starts.size();
  }

  /// What was found so far; whole after the last step.
  ListBase base() {
    long end = walker.problem().isEmpty() ? list.dialect().start() + walker.rowEnd() : length;
    long known = position < length ? end : length;
    return new ListBase(
        list, stamp, new ListBase.Signature(known, (int) crc.getValue()), starts, codes, maxIndex);
  }

  void close() throws StoreException {
    list.close();
  }

  private void take(int read) throws StoreException {
    byte[] bytes = chunk.array();
    crc.update(bytes, 0, read);
    for (int i = 0; i < read; i++) {
      if (bytes[i] == 0) {
        throw list.unreadable("it holds zero bytes");
      }
    }
    if (!text.good(bytes, read)) {
      throw list.unreadable(ListScan.NOT_UTF8);
    }
    walker.feed(bytes, 0, read);
    position += read;
    refuseProblem();
  }

  private void end() throws StoreException {
    if (text.pending() > 0) {
      throw list.unreadable("it ends within a character");
    }
    walker.end();
    refuseProblem();
  }

  private void refuseProblem() throws StoreException {
    String found = problem.isEmpty() ? walker.problem() : problem;
    if (!found.isEmpty()) {
      throw list.unreadable(found);
    }
    if (starts.size() >= MOST_ROWS) {
      throw new StoreException(new StoreFailure.NotDone(list.name() + " was not opened", "it has too many rows"));
    }
  }

  private boolean row(CsvWalker row) {
    if (row.blank()) {
      return true;
    }
    if (row.cells() != list.dialect().columns().size()) {
      problem = "row " + row.rowNumber() + " has " + row.cells() + " cells, the header has "
          + list.dialect().columns().size();
      return false;
    }
    if (header) {
      header = false;
      return true;
    }
    if (starts.size() == codes.length) {
      codes = Arrays.copyOf(codes, codes.length + (codes.length >> 1));
    }
    codes[starts.size()] = RowCode.of(row.bytes(1), row.bytes(2));
    starts.add(list.dialect().start() + row.rowEnd());
    maxIndex = Math.max(maxIndex, row.bytes(0).number());
    return true;
  }
}
