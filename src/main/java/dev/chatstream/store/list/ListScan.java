package dev.chatstream.store.list;

import dev.chatstream.store.legacy.Utf8Check;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// What a full reading of a list found.
///
/// @param rows how many rows it has under its header, up to the problem
/// @param maxIndex the largest index; 0 when no row has one
/// @param goodLength bytes up to the end of the last whole row
/// @param indexProblem what is wrong with its indices, in words that follow its name; such rows can be read and more
///     can follow them. Empty when nothing is
/// @param problem what is wrong, in words; empty when the whole file is good
/// @param torn whether the problem is that the file ends within its last row, and nothing else
/// @param sources of all rows that have one
record ListScan(
    long rows,
    long maxIndex,
    long goodLength,
    String indexProblem,
    String problem,
    boolean torn,
    SourceSet sources) {

  /// The problem of a list in another encoding.
  static final String NOT_UTF8 = "it is not UTF-8 text";

  private static final int CHUNK = Utf8Check.CHUNK;

  /// Reads the file from its beginning to its end or its first problem.
  ///
  /// @param counted how much of it counts, from [IdxFile#countedLength]
  static ListScan of(FileChannel channel, Dialect dialect, long counted) throws IOException {
    ListScan scan = upTo(counted, channel, dialect);
    return scan.problem.isEmpty() && counted < channel.size() ? scan.unfinishedAt(counted) : scan;
  }

  private ListScan unfinishedAt(long counted) {
    return new ListScan(rows, maxIndex, counted, indexProblem, "its last append was not finished", true, sources);
  }

  private static ListScan upTo(long counted, FileChannel channel, Dialect dialect) throws IOException {
    RowCheck check = new RowCheck(dialect);
    int[] kept = {dialect.position(Columns.INDEX), dialect.position(Columns.SOURCE)};
    CsvWalker walker = new CsvWalker(dialect.separator(), kept, check);
    Utf8Check text = new Utf8Check();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    long position = dialect.start();
    while (walker.problem().isEmpty() && check.problem.isEmpty()) {
      int read = channel.read(chunk.clear().limit((int) Math.min(CHUNK, Math.max(0, counted - position))), position);
      if (read <= 0) {
        break;
      }
      int zero = firstZero(chunk.array(), read);
      if (zero >= 0) {
        walker.feed(chunk.array(), 0, zero);
        return check.scan("it holds zero bytes", walker.problem().isEmpty(), dialect.start() + walker.rowEnd());
      }
      if (!text.good(chunk.array(), read)) {
        return check.scan(NOT_UTF8, false, 0);
      }
      walker.feed(chunk.array(), 0, read);
      position += read;
    }
    if (text.pending() > 0) {
      return check.scan("it ends within a character", walker.problem().isEmpty(), dialect.start() + walker.rowEnd());
    }
    boolean goodSoFar = check.problem.isEmpty() && walker.problem().isEmpty();
    walker.end();
    String problem = check.problem.isEmpty() ? walker.problem() : check.problem;
    return check.scan(problem, goodSoFar && !problem.isEmpty(), dialect.start() + walker.rowEnd());
  }

  /// Zero bytes stand where a power cut kept the length of a file and not its content. No row has one.
  private static int firstZero(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /// An index as a number, or -1 when the cell holds none. One that is too large becomes the largest `long`, after
  /// which nothing can follow.
  static long index(String cell) {
    String digits = cell.strip();
    if (digits.isEmpty()) {
      return -1;
    }
    long index = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      index = index > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : 10 * index + digit;
    }
    return index;
  }

  private static final class RowCheck implements CsvWalker.Rows {
    private final int columns;
    private final SourceSet sources = new SourceSet();
    private final IndexCheck indices = new IndexCheck();
    private long rows = -1; // The header is no row.
    private long maxIndex;
    private String problem = "";

    RowCheck(Dialect dialect) {
      this.columns = dialect.columns().size();
    }

    @Override
    public boolean row(CsvWalker walker) {
      if (walker.blank()) {
        return true;
      }
      if (walker.cells() != columns) {
        problem = "row " + walker.rowNumber() + " has " + walker.cells() + " cells, the header has " + columns;
        return false;
      }
      rows++;
      if (rows > 0) {
        String cell = walker.text(0);
        long index = index(cell);
        maxIndex = Math.max(maxIndex, index);
        indices.row(cell, index, walker.rowNumber());
        String source = walker.text(1);
        if (!source.isEmpty()) {
          sources.add(SourceSet.Key.of(source));
        }
      }
      return true;
    }

    private ListScan scan(String found, boolean torn, long goodLength) {
      return new ListScan(Math.max(rows, 0), maxIndex, goodLength, indices.problem(), found, torn, sources);
    }
  }
}
