package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/// Writes a list with its changes as one file: rows that nobody touched are copied byte for byte, many at a time.
/// Afterwards it knows where each row of the new file begins.
final class TableWriter {

  private final ListTable table;
  private final ListBase base;
  private final RowWriter writer;
  private final byte[] lineEnd;
  private final CRC32C crc = new CRC32C();
  private final LongChunks starts = new LongChunks();
  private final byte[] codes;
  private long written;
  private int last;

  TableWriter(ListTable table) {
    this.table = table;
    this.base = table.base();
    this.writer = new RowWriter(base.dialect());
    this.lineEnd = base.dialect().lineEnd().getBytes(StandardCharsets.US_ASCII);
    this.codes = new byte[table.rows()];
  }

  /// Writes all of it.
  void writeTo(OutputStream target) throws IOException {
    try {
      write(new Counting(target));
    } catch (StoreException e) {
      throw new IOException(e.failure().sentence(), e);
    }
  }

  /// What was written.
  ListBase.Signature signature() {
    return new ListBase.Signature(written, (int) crc.getValue());
  }

  LongChunks starts() {
    return starts;
  }

  byte[] codes() {
    return codes;
  }

  private void write(OutputStream out) throws IOException, StoreException {
    RegularFile.copy(base.channel(), 0, base.start(0), out);
    int rows = table.rows();
    for (int place = 0; place < rows;) {
      int ref = table.order().at(place);
      if (!table.untouched(ref)) {
        endLine(out);
        starting(ref);
        out.write(row(ref));
        place++;
        continue;
      }
      int end = place + 1;
      while (end < rows && table.order().at(end) == ref + end - place && table.untouched(ref + end - place)) {
        end++;
      }
      endLine(out);
      long shift = written - base.start(ref);
      for (int i = place; i < end; i++) {
        starts.add(base.start(ref + i - place) + shift);
        codes[i] = base.code(ref + i - place);
      }
      RegularFile.copy(base.channel(), base.start(ref), base.start(ref + end - place), out);
      place = end;
    }
  }

  private void starting(int ref) throws StoreException {
    codes[starts.size()] = table.code(ref);
    starts.add(written);
  }

  private byte[] row(int ref) throws StoreException {
    if (table.isNew(ref)) {
      return writer.bytes(List.<String[]> of(table.cells(ref, ListTable.WHOLE)));
    }
    return RawRow.with(base.bytes(base.start(ref), base.start(ref + 1)), table.changes(ref), base.dialect());
  }

  /// The last row of a file may have no line end; what follows it needs one.
  private void endLine(OutputStream out) throws IOException {
    if (written > base.dialect().start() && last != '\n') {
      out.write(lineEnd);
    }
  }

  /// Counts and sums up what goes through.
  private final class Counting extends OutputStream {
    private final OutputStream out;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > 0) {
        out.write(bytes, offset, length);
        crc.update(bytes, offset, length);
        written += length;
        last = bytes[offset + length - 1];
      }
    }
  }
}
