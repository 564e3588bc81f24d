package dev.chatstream.term;

import java.util.BitSet;

/// Turns the difference between what the terminal shows and what it should show into bytes.
///
/// The front grid is what was handed to the writer. A frame therefore may only be made when the last one is written
/// or will be: bytes are never dropped.
final class FrameEncoder {

  /// Rewriting up to this many unchanged cells is no dearer than moving over them.
  private static final int SHORT_GAP = 4;

  /// Fewer changed blanks than this are written, not erased: erasing needs a move after it.
  private static final int ERASED_RUN = 12;

  private static final int ERASED_TAIL = 3;
  private static final int ALL = Integer.MAX_VALUE;
  private static final byte[] SHOW_CURSOR = Frame.ascii("\u001b[?25h");
  private static final byte[] HIDE_CURSOR = Frame.ascii("\u001b[?25l");
  private static final byte[] WIPE = Frame.ascii("\u001b[m\u001b[r\u001b[H\u001b[2J");

  private final Frame frame = new Frame();
  private final Pen pen;
  private final ScrollHints hints = new ScrollHints();
  private CellGrid front;
  private boolean unknown = true;
  private boolean cursorKnown;
  private boolean cursorShown;

  FrameEncoder(int columns, int rows, TerminalTraits traits) {
    this.front = new CellGrid(columns, rows);
    this.pen = new Pen(frame, traits);
  }

  void setDepth(ColourDepth depth) {
    pen.setDepth(depth);
  }

  CellGrid front() {
    return front;
  }

  ScrollHints hints() {
    return hints;
  }

  /// Forgets what the terminal shows; the next frame paints all of it, in this size.
  void reset(int columns, int rows) {
    front = new CellGrid(columns, rows);
    unknown = true;
  }

  /// The bytes that make the terminal show `back`. Looks only at the dirty rows, and clears them.
  ///
  /// @param cursorColumn where the cursor stands; below 0 it is hidden
  /// @param ask whether the terminal is to say when it has the frame; not asked where it can't be told from a key
  Frame encode(CellGrid back, BitSet dirty, int cursorColumn, int cursorRow, boolean ask) {
    begin(back, dirty);
    for (int row = dirty.nextSetBit(0); row >= 0; row = dirty.nextSetBit(row + 1)) {
      encodeRow(row, back, ALL);
    }
    dirty.clear();
    cursor(cursorColumn, cursorRow);
    return ask ? asking().close() : frame.close();
  }

  /// The same, but ends once so many bytes are there, within a row if need be: what is left stays dirty. The row of the
  /// cursor goes first, so that what is typed is seen first.
  Frame encodeSome(CellGrid back, BitSet dirty, int cursorColumn, int cursorRow, int most, boolean ask) {
    begin(back, dirty);
    if (cursorRow >= 0 && dirty.get(cursorRow)) {
      encodeSome(cursorRow, back, dirty, most);
    }
    for (int row = dirty.nextSetBit(0); row >= 0 && frame.length() < most; row = dirty.nextSetBit(row + 1)) {
      encodeSome(row, back, dirty, most);
    }
    cursor(cursorColumn, cursorRow);
    return ask ? asking() : frame;
  }

  /// Only the row of the cursor; nothing while it is not known what the terminal shows.
  Frame encodeEcho(CellGrid back, BitSet dirty, int cursorColumn, int cursorRow, int most) {
    frame.clear();
    if (!unknown && cursorRow >= 0) {
      if (dirty.get(cursorRow)) {
        encodeSome(cursorRow, back, dirty, most);
      }
      cursor(cursorColumn, cursorRow);
    }
    return frame;
  }

  private void begin(CellGrid back, BitSet dirty) {
    frame.clear();
    if (unknown) {
      wipe(dirty);
    } else {
      hints.apply(front, back, dirty, frame, pen);
    }
  }

  private void encodeSome(int row, CellGrid back, BitSet dirty, int most) {
    dirty.set(row, !encodeRow(row, back, most));
  }

  /// In the first row an answer looks like F3 with a modifier. A hidden cursor may stand anywhere.
  private Frame asking() {
    if (frame.length() > 0 && pen.row() < 1 && !cursorShown) {
      pen.move(0, 1);
    }
    if (frame.length() > 0 && pen.row() >= 1) {
      frame.ask();
    }
    return frame;
  }

  private void wipe(BitSet dirty) {
    frame.put(WIPE);
    pen.home();
    hints.clear();
    front.clear();
    dirty.set(0, front.rows());
    cursorKnown = false;
    unknown = false;
  }

  /// @return whether the row is done; else its right part is left, because so many bytes are there
  private boolean encodeRow(int row, CellGrid back, int most) {
    int tail = erasableTail(row, back);
    int spoiled = 0;
    int column = 0;
    while (column < tail) {
      Cell cell = back.at(column, row);
      if (cell.width() > 0 && (column < spoiled || changed(column, row, back))) {
        if (column >= spoiled && frame.length() >= most) {
          front.copyCells(row, column, back);
          return false;
        }
        int run = erasableRun(column, tail, row, back);
        if (run == 0 && !cell.steady()) {
          spoiled = Math.max(spoiled, column + cell.width() + cell.spread());
        }
        column += run > 0 ? eraseRun(column, run, row, cell) : write(column, row, back);
      } else {
        column++;
      }
    }
    if (tail < front.columns()) {
      eraseTail(tail, row, back, tail < spoiled);
    }
    front.copyRow(row, back);
    return true;
  }

  private int write(int column, int row, CellGrid back) {
    Cell cell = back.at(column, row);
    bridge(column, row, back);
    pen.write(cell, front.columns());
    return cell.width();
  }

  /// Gets the cursor to the column: over a short gap by writing again what stands there.
  private void bridge(int column, int row, CellGrid back) {
    int gap = column - pen.column();
    boolean rewrite = row == pen.row() && pen.column() >= 0 && gap >= 0 && gap <= SHORT_GAP;
    for (int at = pen.column(); rewrite && at < column; at++) {
      Cell between = back.at(at, row);
      rewrite = between.ascii() && pen.writesIn(between.style());
    }
    if (!rewrite) {
      pen.move(column, row);
      return;
    }
    for (int at = pen.column(); at < column; at++) {
      pen.write(back.at(at, row), front.columns());
    }
  }

  /// The first column of the equal blanks that end the row, if erasing them pays; else the row's end.
  private int erasableTail(int row, CellGrid back) {
    int end = front.columns();
    Cell last = back.at(end - 1, row);
    if (!pen.erases(last)) {
      return end;
    }
    int tail = end;
    int changed = 0;
    while (tail > 0 && back.at(tail - 1, row) == last) {
      tail--;
      changed += changed(tail, row, back) ? 1 : 0;
    }
    return changed > ERASED_TAIL ? tail : end;
  }

  private void eraseTail(int tail, int row, CellGrid back, boolean spoiled) {
    int column = tail;
    while (!spoiled && !changed(column, row, back)) {
      column++;
    }
    bridge(column, row, back);
    pen.eraseTail(back.at(column, row).style());
  }

  /// How many equal blanks start at the column, if erasing them pays; else 0.
  private int erasableRun(int column, int tail, int row, CellGrid back) {
    Cell first = back.at(column, row);
    if (pen.plain() || !pen.erases(first)) {
      return 0;
    }
    int end = column;
    int changed = 0;
    while (end < tail && back.at(end, row) == first) {
      changed += changed(end, row, back) ? 1 : 0;
      end++;
    }
    return changed >= ERASED_RUN ? end - column : 0;
  }

  private int eraseRun(int column, int run, int row, Cell blank) {
    pen.move(column, row);
    pen.erase(blank.style(), run);
    return run;
  }

  private boolean changed(int column, int row, CellGrid back) {
    return !back.at(column, row).same(front.at(column, row));
  }

  private void cursor(int column, int row) {
    boolean shown = column >= 0;
    if (shown && (pen.column() != column || pen.row() != row)) {
      pen.move(column, row);
    }
    if (!cursorKnown || shown != cursorShown) {
      frame.put(shown ? SHOW_CURSOR : HIDE_CURSOR);
      cursorShown = shown;
      cursorKnown = true;
    }
  }
}
