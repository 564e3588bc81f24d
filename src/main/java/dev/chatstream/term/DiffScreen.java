package dev.chatstream.term;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.TextGraphics;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.TabBehaviour;
import java.util.BitSet;

/// The screen as a grid of cells, and the bytes that bring the terminal to show it.
///
/// Windows write cells; [#frame()] gives the shortest bytes from what the terminal shows to what it should. It makes no
/// write itself: that is the work of [FrameWriter], on its own thread. All methods belong to the UI thread.
public final class DiffScreen implements Screen {

  private static final int HIDDEN = -1;

  private final FrameEncoder encoder;
  private final BitSet dirty = new BitSet();
  private CellGrid back;
  private int cursorColumn = HIDDEN;
  private int cursorRow = HIDDEN;
  private TabBehaviour tabs = TabBehaviour.ALIGN_TO_COLUMN_4;

  /// An empty screen; the first frame clears the terminal.
  public DiffScreen(int columns, int rows, TerminalTraits traits) {
    this.back = new CellGrid(columns, rows);
    this.encoder = new FrameEncoder(columns, rows, traits);
  }

  /// Draws with so many colours from now on; what stands there has to be painted anew.
  public void setDepth(ColourDepth depth) {
    encoder.setDepth(depth);
  }

  /// The width in columns.
  public int columns() {
    return back.columns();
  }

  /// The height in rows.
  public int rows() {
    return back.rows();
  }

  /// Takes a new size; what fits stays. The next frame paints everything.
  public void resize(int columns, int rows) {
    CellGrid resized = new CellGrid(columns, rows);
    resized.copyFrom(back);
    back = resized;
    setCursorPosition(getCursorPosition());
    encoder.reset(columns, rows);
    dirty.clear();
  }

  /// Forgets what the terminal shows, as after a suspension; the next frame paints everything.
  public void repaint() {
    encoder.reset(columns(), rows());
  }

  /// Writes one line of text that went through [Sanitizer#line]. What lies outside the screen is left out.
  ///
  /// @param maxColumns how many columns it may take; a wide character that would stick out becomes a blank
  /// @return columns taken
  public int write(int column, int row, String text, CellStyle style, int maxColumns) {
    if (row < 0 || row >= rows() || column < 0) {
      return 0;
    }
    dirty.set(row);
    int end = Math.min(column + maxColumns, columns());
    int at = column;
    int index = 0;
    while (index < text.length() && at < end) {
      int next = Graphemes.next(text, index);
      at += put(at, row, text, index, next, style, end);
      index = next;
    }
    return Math.max(0, at - column);
  }

  /// Puts one cluster and returns its columns.
  private int put(int column, int row, String text, int from, int to, CellStyle style, int end) {
    char first = text.charAt(from);
    if (to == from + 1 && first >= ' ' && first < 0x7F) {
      back.set(column, row, style.ascii(first));
      return 1;
    }
    int width = DisplayWidth.cluster(text, from, to);
    if (width > 0) {
      boolean fits = column + width <= end;
      back.set(column, row, fits ? style.cell(text.substring(from, to), width) : style.blank());
    }
    return Math.min(width, end - column);
  }

  /// Makes columns of a row blank in a style.
  public void fill(int column, int row, int columns, CellStyle style) {
    if (row < 0 || row >= rows()) {
      return;
    }
    dirty.set(row);
    int end = Math.min(column + columns, columns());
    back.fill(Math.max(0, column), end, row, style.blank());
  }

  /// Says that the rows `top` to `bottom`, both included, move up by `by` rows (down if negative). Only a hint for
  /// shorter frames: the rows have to be painted all the same, and it is taken only where it pays.
  public void scrollRows(int top, int bottom, int by) {
    if (top >= 0 && bottom < rows() && top < bottom) {
      encoder.hints().add(top, bottom, by);
    }
  }

  /// Shows the cursor at a position, kept on the screen.
  public void moveCursor(int column, int row) {
    cursorColumn = Math.clamp(column, 0, columns() - 1);
    cursorRow = Math.clamp(row, 0, rows() - 1);
  }

  /// Hides the cursor.
  public void hideCursor() {
    cursorColumn = HIDDEN;
    cursorRow = HIDDEN;
  }

  /// The bytes from what was handed out before to what the screen holds now; empty when nothing changed. Every frame
  /// asked for must reach the terminal, in order; the object is used again for the next.
  public Frame frame() {
    return frame(false);
  }

  /// The same.
  ///
  /// @param ask whether the terminal is to answer when it has it; see [Frame#asks]
  public Frame frame(boolean ask) {
    return encoder.encode(back, dirty, cursorColumn, cursorRow, ask);
  }

  /// A part of such a frame, for a slow line: it ends soon after so many bytes. The cursor's row comes first.
  public Frame part(int mostBytes, boolean ask) {
    return encoder.encodeSome(back, dirty, cursorColumn, cursorRow, mostBytes, ask);
  }

  /// What changed in the cursor's row alone, and the cursor: what is typed, before all else. Ends after so many bytes.
  public Frame echo(int mostBytes) {
    return encoder.encodeEcho(back, dirty, cursorColumn, cursorRow, mostBytes);
  }

  /// True when parts left something to show.
  public boolean pending() {
    return !dirty.isEmpty();
  }

  /// The cell that the screen holds.
  public Cell cell(int column, int row) {
    return back.at(column, row);
  }

  /// Puts any cell, as Lanterna's graphics do; outside the screen it does nothing.
  @Override
  public void setCharacter(int column, int row, TextCharacter character) {
    if (column >= 0 && row >= 0 && column < columns() && row < rows()) {
      dirty.set(row);
      back.set(column, row, LanternaCells.cell(character));
    }
  }

  @Override
  public void setCharacter(TerminalPosition position, TextCharacter character) {
    setCharacter(position.getColumn(), position.getRow(), character);
  }

  @Override
  public void clear() {
    back.clear();
    dirty.set(0, rows());
  }

  @Override
  public TextCharacter getBackCharacter(int column, int row) {
    return character(back, column, row);
  }

  @Override
  public TextCharacter getBackCharacter(TerminalPosition position) {
    return getBackCharacter(position.getColumn(), position.getRow());
  }

  @Override
  public TextCharacter getFrontCharacter(int column, int row) {
    return character(encoder.front(), column, row);
  }

  @Override
  public TextCharacter getFrontCharacter(TerminalPosition position) {
    return getFrontCharacter(position.getColumn(), position.getRow());
  }

  private static TextCharacter character(CellGrid grid, int column, int row) {
    boolean inside = column >= 0 && row >= 0 && column < grid.columns() && row < grid.rows();
    return inside ? new CellCharacter(grid.at(column, row)) : null;
  }

  @Override
  public TextGraphics newTextGraphics() {
    return new ScreenGraphics(this);
  }

  @Override
  public TerminalPosition getCursorPosition() {
    return cursorColumn < 0 ? null : new TerminalPosition(cursorColumn, cursorRow);
  }

  @Override
  public void setCursorPosition(TerminalPosition position) {
    if (position == null) {
      hideCursor();
    } else {
      moveCursor(position.getColumn(), position.getRow());
    }
  }

  @Override
  public TerminalSize getTerminalSize() {
    return new TerminalSize(columns(), rows());
  }

  @Override
  public TabBehaviour getTabBehaviour() {
    return tabs;
  }

  @Override
  public void setTabBehaviour(TabBehaviour behaviour) {
    tabs = behaviour;
  }

  @Override
  public void scrollLines(int firstLine, int lastLine, int distance) {
    back.scroll(firstLine, lastLine, distance);
    dirty.set(firstLine, lastLine + 1);
    scrollRows(firstLine, lastLine, distance);
  }

  /// Null: sizes come by [#resize], between two frames.
  @Override
  public TerminalSize doResizeIfNecessary() {
    return null;
  }

  /// Does nothing: [SshTerminal] starts and restores the terminal.
  @Override
  public void startScreen() {}

  /// Does nothing: [SshTerminal] starts and restores the terminal.
  @Override
  public void stopScreen() {}

  /// Does nothing: [SshTerminal] starts and restores the terminal.
  @Override
  public void close() {}

  /// Does nothing: the loop asks for [#frame()] when the writer is idle.
  @Override
  public void refresh() {}

  /// COMPLETE makes the next frame paint everything; the rest happens in [#frame()].
  @Override
  public void refresh(RefreshType type) {
    if (type == RefreshType.COMPLETE) {
      repaint();
    }
  }

  /// Null: keys come through the listener of [SshTerminal].
  @Override
  public KeyStroke pollInput() {
    return null;
  }

  @Override
  public KeyStroke readInput() {
    throw new IllegalStateException("Keys come through the terminal's listener; nothing waits for them here");
  }
}
