package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// The texts of a list's rows with the places where they stand, read in one go or one by one; never all in memory.
/// Close it. Used by one thread.
public final class ListTexts implements AutoCloseable {

  /// How much of a text is compared, in bytes.
  static final int LARGEST = 16 * 1024 * 1024;

  private static final int CHUNK = 256 * 1024;
  private static final int SHORT = 1024;

  /// A row.
  ///
  /// @param begin its first byte in the file
  /// @param end the byte behind it
  /// @param index the number that people see; -1 when it has none
  public record Row(long begin, long end, long index, String text) {}

  /// Takes the rows in their order.
  @FunctionalInterface
  public interface Taker {
    /// Takes the next one.
    ///
    /// @return whether to go on
    boolean row(Row row) throws IOException;
  }

  /// What tells one state of a list from another.
  ///
  /// @param length in bytes
  /// @param modifiedNanos its time of change, in ns since 1970
  /// @param tailCrc of the bytes before `length`
  public record State(long length, long modifiedNanos, int tailCrc) {}

  private final OpenList list;
  private final long end;
  private final int[] kept;

  private ListTexts(OpenList list, long end) {
    this.list = list;
    this.end = end;
    this.kept = new int[] {list.dialect().position(Columns.INDEX), list.dialect().position(Columns.CONTENT)};
  }

  /// Opens a list.
  ///
  /// @param idx the list's index file, which knows of an append that was not finished
  /// @throws StoreException when it can't be read, has no texts, or is a list of another kind
  public static ListTexts open(Path file, Path idx) throws StoreException {
    OpenList list;
    try {
      list = OpenList.toRead(file);
    } catch (StoreException refused) {
      throw ListReader.better(file, idx, refused);
    }
    try {
      if (list.dialect().position(Columns.CONTENT) < 0) {
        throw list.unreadable("it has no column named " + Columns.CONTENT);
      }
      return new ListTexts(list, IdxFile.countedLength(idx, list.channel()));
    } catch (IOException e) {
      list.close();
      throw Failures.reading(e, file);
    } catch (StoreException refused) {
      list.close();
      throw refused;
    }
  }

  /// How much of the list counts, in bytes.
  public long end() {
    return end;
  }

  /// Its state up to this place.
  public State state(long length) throws StoreException {
    try {
      ListState now = ListState.of(list.path(), list.channel());
      return new State(length, now.modifiedNanos(), ListState.tailCrc(list.channel(), length));
    } catch (IOException e) {
      throw Failures.reading(e, list.path());
    }
  }

  /// Reads all rows from the first one on.
  ///
  /// @throws StoreException when it is damaged
  public void all(Taker taker) throws StoreException {
    walk(list.dialect().start(), true, CHUNK, taker);
  }

  /// Reads all rows from this place on, which is the end of one.
  public void from(long place, Taker taker) throws StoreException {
    walk(place, false, CHUNK, taker);
  }

  /// Reads one row.
  ///
  /// @param place where it begins
  /// @return null when no row begins there
  public Row at(long place) throws StoreException {
    Row[] found = new Row[1];
    if (place < list.dialect().start() || place >= end) {
      return null;
    }
    walk(place, false, SHORT, row -> {
      found[0] = row;
      return false;
    });
    return found[0];
  }

  private void walk(long from, boolean header, int chunkSize, Taker taker) throws StoreException {
    Rows rows = new Rows(from, header, taker);
    CsvWalker walker = new CsvWalker(list.dialect().separator(), kept, LARGEST, rows);
    try {
      ByteBuffer chunk = ByteBuffer.allocate(chunkSize);
      for (long at = from; at < end && !rows.enough && walker.problem().isEmpty();) {
        chunk.clear().limit((int) Math.min(chunkSize, end - at));
        int read = list.channel().read(chunk, at);
        if (read <= 0) {
          break;
        }
        walker.feed(chunk.array(), 0, read);
        at += read;
      }
      walker.end();
    } catch (IOException e) {
      throw Failures.reading(e, list.path());
    }
    if (rows.failure != null) {
      throw Failures.reading(rows.failure, list.path());
    }
    String problem = rows.problem.isEmpty() ? walker.problem() : rows.problem;
    if (!problem.isEmpty()) {
      throw new StoreException(new StoreFailure.Unreadable(list.name(), problem));
    }
  }

  private final class Rows implements CsvWalker.Rows {
    private final long from;
    private final Taker taker;
    private boolean header;
    private boolean enough;
    private String problem = "";
    private IOException failure;

    Rows(long from, boolean header, Taker taker) {
      this.from = from;
      this.header = header;
      this.taker = taker;
    }

    @Override
    public boolean row(CsvWalker walker) {
      if (walker.blank()) {
        return true;
      }
      if (header) {
        header = false;
        return true;
      }
      if (walker.cells() != list.dialect().columns().size()) {
        problem = "row " + walker.rowNumber() + ": it has " + walker.cells() + " cells, the header has "
            + list.dialect().columns().size();
        return false;
      }
      try {
        enough = !taker.row(new Row(
            from + walker.rowEnd(), from + walker.position(), ListScan.index(walker.text(0)), walker.text(1)));
      } catch (IOException e) {
        failure = e;
        enough = true;
      }
      return !enough;
    }
  }

  @Override
  public void close() throws StoreException {
    list.close();
  }
}
