package dev.chatstream.bench;

import dev.chatstream.term.CellStyle;
import dev.chatstream.term.ColourDepth;
import dev.chatstream.term.DiffScreen;
import dev.chatstream.term.Frame;
import dev.chatstream.term.TerminalTraits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// From writing cells to the bytes for the terminal, at 200x50 with text in every row.
@State(Scope.Thread)
public class FrameBenchmark {

  private static final int COLUMNS = 200;
  private static final int ROWS = 50;
  private static final int TOKEN_ROW = 40;

  private final String[] lines = Samples.lines(2 * ROWS);
  private final String[] tokens = Samples.tokens();
  private DiffScreen screen;
  private int top;
  private int token;
  private int column;

  /// A screen that the terminal shows already.
  @Setup
  public void fill() {
    screen = new DiffScreen(COLUMNS, ROWS, new TerminalTraits(ColourDepth.TRUE_COLOUR, true, true));
    paint();
    screen.frame();
  }

  /// Every row is painted again as it was: the dearest way to change nothing.
  @Benchmark
  public int nothingChanged() {
    paint();
    return bytes(0, 0);
  }

  /// A token at the end of a row that fills up; then the row starts again, empty.
  @Benchmark
  public int oneToken() {
    String next = tokens[token++ % tokens.length].strip() + ' ';
    if (column + next.length() > COLUMNS) {
      column = 0;
      screen.fill(0, TOKEN_ROW, COLUMNS, CellStyle.PLAIN);
    }
    column += screen.write(column, TOKEN_ROW, next, CellStyle.PLAIN, COLUMNS);
    screen.moveCursor(column, TOKEN_ROW);
    return bytes(1, COLUMNS);
  }

  /// All rows move up by one, and a new one comes in below.
  @Benchmark
  public int oneLineScrolled() {
    top = (top + 1) % lines.length;
    paint();
    screen.scrollRows(0, ROWS - 1, 1);
    return bytes(1, 2 * COLUMNS);
  }

  private void paint() {
    for (int row = 0; row < ROWS; row++) {
      screen.fill(0, row, COLUMNS, CellStyle.PLAIN);
      screen.write(0, row, lines[(top + row) % lines.length], CellStyle.PLAIN, COLUMNS);
    }
  }

  /// A frame of another size than it should have means that something else was measured.
  private int bytes(int least, int most) {
    Frame frame = screen.frame();
    if (frame.length() < least || frame.length() > most) {
      throw new IllegalStateException("A frame of " + frame.length() + " bytes");
    }
    return frame.length();
  }
}
