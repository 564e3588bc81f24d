package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileStamp;
import dev.chatstream.store.legacy.KnownColumns;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;

/// A list's file as it was when it was read, with the place of each of its rows: about ten bytes a row. Rows are read
/// when they are wanted. One thread.
final class ListBase implements AutoCloseable {

  /// What tells one content of a file from another.
  ///
  /// @param length in bytes
  /// @param crc CRC-32C of all of them
  record Signature(long length, int crc) {}

  private final FileStamp stamp;
  private final Signature signature;
  private final LongChunks starts;
  private final byte[] codes;
  private final long maxIndex;
  private final int[] columns;
  private OpenList list;
  private boolean closed;

  ListBase(OpenList list, FileStamp stamp, Signature signature, LongChunks starts, byte[] codes, long maxIndex) {
    this.list = list;
    this.stamp = stamp;
    this.signature = signature;
    this.starts = starts;
    this.codes = codes;
    this.maxIndex = maxIndex;
    this.columns = new int[list.dialect().columns().size()];
    Arrays.setAll(columns, i -> i);
  }

  int rows() {
    return starts.size();
  }

  Dialect dialect() {
    return list.dialect();
  }

  List<String> columns() {
    return list.dialect().columns();
  }

  /// Where our column of this name is; -1 when the list has none.
  int column(String name) {
    return list.dialect().position(KnownColumns.key(name));
  }

  /// Its file. An interrupt closes it in the hands of whoever reads; it is opened again as long as it is the same.
  FileChannel channel() throws StoreException {
    if (!closed && !list.channel().isOpen()) {
      OpenList again = OpenList.toRead(list.path());
      try {
        if (!FileStamp.of(list.path()).equals(stamp)) {
          throw new IOException("it was changed while it was read");
        }
      } catch (IOException e) {
        again.close();
        throw Failures.reading(e, list.path());
      }
      list = again;
    }
    return list.channel();
  }

  FileStamp stamp() {
    return stamp;
  }

  Signature signature() {
    return signature;
  }

  long maxIndex() {
    return maxIndex;
  }

  /// Status and priority of a row.
  byte code(int row) {
    return codes[row];
  }

  /// Where the row begins in the file.
  long start(int row) {
    return row < rows() ? starts.get(row) : signature.length();
  }

  /// All cells of a row.
  ///
  /// @param most bytes of a cell that are wanted
  String[] cells(int row, int most) throws StoreException {
    String[][] found = new String[1][];
    CsvWalker walker = new CsvWalker(dialect().separator(), columns, most, ended -> {
      if (ended.blank()) {
        return true;
      }
      String[] cells = new String[columns.length];
      Arrays.setAll(cells, ended::text);
      found[0] = cells;
      return false;
    });
    byte[] bytes = bytes(start(row), start(row + 1));
    walker.feed(bytes, 0, bytes.length);
    walker.end();
    return found[0] == null ? new String[0] : found[0];
  }

  /// These bytes of the file.
  byte[] bytes(long from, long to) throws StoreException {
    ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
    try {
      while (bytes.hasRemaining()) {
        if (channel().read(bytes, from + bytes.position()) < 0) {
          throw new IOException("the file became shorter while it was read");
        }
      }
      return bytes.array();
    } catch (IOException e) {
      throw Failures.reading(e, list.path());
    }
  }

  @Override
  public void close() throws StoreException {
    closed = true;
    list.close();
  }
}
