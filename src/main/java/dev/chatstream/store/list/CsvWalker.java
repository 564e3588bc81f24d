package dev.chatstream.store.list;

/// Walks the bytes of a CSV file once, strictly by RFC 4180: a quote stands only at the edges of a cell or doubled
/// within quotes. It is the second reader beside univocity, which takes a missing quote without a word.
final class CsvWalker {

  /// Hears of each row as it ends.
  @FunctionalInterface
  interface Rows {
    /// @return whether to go on
    boolean row(CsvWalker walker);
  }

  private enum State {
    CELL_BEGINS,
    BARE,
    QUOTED,
    QUOTE_IN_QUOTED,
    CARRIAGE_RETURN
  }

  private static final int LARGEST_KEPT_CELL = 64 * 1024;

  private final byte separator;
  private final int most;
  private final int[] keptColumns;
  private final CellBytes[] kept;
  private final Rows rows;
  private State state = State.CELL_BEGINS;
  private long position;
  private long rowEnd;
  private long rowNumber;
  private int cells;
  private boolean allQuoted = true;
  private boolean anyByte;
  private boolean crlf;
  private boolean stopped;
  private String problem = "";
  private CellBytes keep;

  /// @param keptColumns the positions of the cells whose text is wanted, up to 64 KB of each
  CsvWalker(char separator, int[] keptColumns, Rows rows) {
    this(separator, keptColumns, LARGEST_KEPT_CELL, rows);
  }

  /// @param most how many bytes of a cell are kept
  CsvWalker(char separator, int[] keptColumns, int most, Rows rows) {
    this.separator = (byte) separator;
    this.most = most;
    this.keptColumns = keptColumns.clone();
    this.kept = new CellBytes[keptColumns.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = new CellBytes();
    }
    this.rows = rows;
    this.keep = keptFor(0);
  }

  /// Takes the next bytes. After a problem, or when the listener said stop, it takes no more.
  void feed(byte[] bytes, int offset, int length) {
    int end = offset + length;
    for (int i = offset; i < end && !stopped;) {
      int run = state == State.QUOTED ? run(bytes, i, end) : 0;
      if (run > 0) {
        keep(bytes, i, run);
        position += run;
        i += run;
      } else {
        position++;
        step(bytes[i]);
        i++;
      }
    }
  }

  /// How many bytes from here on are no quotes: most of a list, taken at once.
  private static int run(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != '"') {
      at++;
    }
    return at - from;
  }

  /// Ends the last row, which may have no line end.
  void end() {
    if (stopped) {
      return;
    }
    switch (state) {
      case QUOTED -> fail("a quote is never closed");
      case CARRIAGE_RETURN -> fail("a line ends in a carriage return alone");
      default -> {
        if (anyByte) {
          endRow(false);
        }
      }
    }
  }

  /// Cells of the row that just ended.
  int cells() {
    return cells;
  }

  /// Whether the row that just ended is a blank line.
  boolean blank() {
    return cells == 1 && !anyByte;
  }

  /// Whether each cell of the row that just ended was in quotes.
  boolean allQuoted() {
    return allQuoted;
  }

  /// Whether the row that just ended ended in CR LF.
  boolean crlf() {
    return crlf;
  }

  /// The number of the row that just ended, the header being 1.
  long rowNumber() {
    return rowNumber;
  }

  /// Bytes up to the end of the last whole row.
  long rowEnd() {
    return rowEnd;
  }

  /// Bytes up to where it is; when a row ends, its end.
  long position() {
    return position;
  }

  /// The text of a kept cell of the row that just ended, cut where it is larger than was wanted.
  String text(int which) {
    return kept[which].text();
  }

  /// The bytes of a kept cell of the row that just ended; they change with the next one.
  CellBytes bytes(int which) {
    return kept[which];
  }

  /// What is wrong, in words; empty when nothing is.
  String problem() {
    return problem;
  }

  private void step(byte b) {
    switch (state) {
      case CELL_BEGINS -> cellBegins(b);
      case BARE -> bare(b);
      case QUOTED -> {
        if (b == '"') {
          state = State.QUOTE_IN_QUOTED;
        } else {
          keep(b);
        }
      }
      case QUOTE_IN_QUOTED -> {
        if (b == '"') {
          keep(b);
          state = State.QUOTED;
        } else if (!endsCell(b)) {
          fail("text follows a closing quote");
        }
      }
      case CARRIAGE_RETURN -> {
        if (b == '\n') {
          endRow(true);
        } else {
          fail("a line ends in a carriage return alone");
        }
      }
      default -> throw new IllegalStateException(state.toString());
    }
  }

  private void cellBegins(byte b) {
    if (b == '"') {
      anyByte = true;
      state = State.QUOTED;
      return;
    }
    allQuoted = false;
    bare(b);
  }

  private void bare(byte b) {
    if (endsCell(b)) {
      return;
    }
    if (b == '"') {
      fail("a quote stands within a cell that has none around it");
      return;
    }
    anyByte = true;
    keep(b);
    state = State.BARE;
  }

  private boolean endsCell(byte b) {
    if (b == separator) {
      anyByte = true;
      cells++;
      keep = keptFor(cells);
      state = State.CELL_BEGINS;
      return true;
    }
    if (b == '\n') {
      endRow(false);
      return true;
    }
    if (b == '\r') {
      state = State.CARRIAGE_RETURN;
      return true;
    }
    return false;
  }

  private void endRow(boolean withCarriageReturn) {
    cells++;
    rowNumber++;
    crlf = withCarriageReturn;
    if (state == State.CELL_BEGINS) {
      allQuoted = false;
    }
    if (rows.row(this)) {
      rowEnd = position;
    } else {
      stopped = true;
    }
    cells = 0;
    allQuoted = true;
    anyByte = false;
    for (CellBytes cell : kept) {
      cell.clear();
    }
    keep = keptFor(0);
    state = State.CELL_BEGINS;
  }

  private void keep(byte[] bytes, int from, int length) {
    if (keep != null && keep.size() < most) {
      keep.add(bytes, from, Math.min(length, most - keep.size()));
    }
  }

  private void keep(byte b) {
    if (keep != null && keep.size() < most) {
      keep.add(b);
    }
  }

  private CellBytes keptFor(int column) {
    for (int i = 0; i < keptColumns.length; i++) {
      if (keptColumns[i] == column) {
        return kept[i];
      }
    }
    return null;
  }

  private void fail(String reason) {
    problem = "row " + (rowNumber + 1) + ": " + reason;
    stopped = true;
  }
}
