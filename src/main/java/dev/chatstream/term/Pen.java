package dev.chatstream.term;

/// Writes into a frame and knows where that leaves the terminal: cursor position and style. Chooses the shortest
/// sequence for each move. A position that nobody can be sure of is -1.
final class Pen {

  private static final int UNKNOWN = -1;
  private static final int SHORT_WAY_BACK = 3;
  private static final byte[] WIPE_TWO = Frame.ascii("\u001b[2X");

  private final Frame frame;
  private final TerminalTraits traits;
  private StyleCodes codes;
  private int column = UNKNOWN;
  private int row = UNKNOWN;
  private CellStyle style;

  Pen(Frame frame, TerminalTraits traits) {
    this.frame = frame;
    this.traits = traits;
    this.codes = new StyleCodes(traits.depth());
  }

  void setDepth(ColourDepth depth) {
    codes = new StyleCodes(depth);
    style = null;
  }

  int column() {
    return column;
  }

  int row() {
    return row;
  }

  boolean writesIn(CellStyle other) {
    return style == other;
  }

  /// Setting a scroll region moves the cursor, and not to the same place everywhere.
  void forgetPosition() {
    column = UNKNOWN;
    row = UNKNOWN;
  }

  /// The terminal was wiped: plain style, cursor in the first column of the first row.
  void home() {
    column = 0;
    row = 0;
    style = CellStyle.PLAIN;
  }

  void style(CellStyle wanted) {
    if (style != wanted) {
      frame.put(codes.change(style, wanted));
      style = wanted;
    }
  }

  /// Moves to the position with the fewest bytes.
  void move(int toColumn, int toRow) {
    if (toRow == row) {
      moveWithin(toColumn);
    } else if (toColumn == 0 && row != UNKNOWN && toRow == row + 1) {
      frame.put('\r');
      frame.put('\n');
    } else {
      frame.control(toRow == 0 && toColumn == 0 ? -1 : toRow + 1, toColumn == 0 ? -1 : toColumn + 1, 'H');
    }
    column = toColumn;
    row = toRow;
  }

  private void moveWithin(int toColumn) {
    int way = toColumn - column;
    if (toColumn == 0 && column != 0) {
      frame.put('\r');
    } else if (column == UNKNOWN) {
      frame.control(toColumn + 1, -1, 'G');
    } else if (way > 0) {
      frame.control(way == 1 ? -1 : way, -1, 'C');
    } else if (way < -SHORT_WAY_BACK) {
      frame.control(-way, -1, 'D');
    } else {
      for (int step = way; step < 0; step++) {
        frame.put('\b');
      }
    }
  }

  /// Writes one cell where the cursor is; `columns` is the width of the screen.
  void write(Cell cell, int columns) {
    style(cell.style());
    if (cell.ascii()) {
      frame.put(cell.utf8()[0]);
    } else if (traits.unicode()) {
      writeUnicode(cell);
    } else {
      frame.put('?');
      if (cell.width() == 2) {
        frame.put(' ');
      }
    }
    boolean sure = cell.steady() || !traits.unicode();
    column = sure && column + cell.width() < columns ? column + cell.width() : UNKNOWN;
  }

  /// A terminal that takes an emoji for narrow would leave its right half as it was: so that is wiped first.
  private void writeUnicode(Cell cell) {
    if (cell.width() == 2 && !cell.steady() && !traits.plain()) {
      frame.put(WIPE_TWO);
    }
    frame.put(cell.utf8());
  }

  /// True if the cell, a blank, can be made by erasing.
  boolean erases(Cell blank) {
    CellStyle look = blank.style();
    return blank.blank()
        && look.erasable()
        && (traits.erasesWithBackground() || look.background() == Colour.DEFAULT);
  }

  /// True if scrolling by a number and erasing some characters are known.
  boolean plain() {
    return traits.plain();
  }

  /// Erases from the cursor to the end of the row.
  void eraseTail(CellStyle look) {
    eraseStyle(look);
    frame.control(-1, -1, 'K');
  }

  /// Erases some columns from the cursor on; the cursor stays.
  void erase(CellStyle look, int columns) {
    eraseStyle(look);
    frame.control(columns, -1, 'X');
  }

  private void eraseStyle(CellStyle look) {
    boolean fits = style != null && style.erasable() && style.background().equals(look.background());
    if (!fits) {
      style(look);
    }
  }
}
