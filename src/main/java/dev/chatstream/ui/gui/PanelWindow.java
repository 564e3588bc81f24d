package dev.chatstream.ui.gui;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.gui2.AbstractWindow;
import com.googlecode.lanterna.gui2.TextGUIGraphics;
import com.googlecode.lanterna.gui2.Window;
import com.googlecode.lanterna.input.KeyStroke;
import dev.chatstream.core.input.Key;
import dev.chatstream.term.DiffScreen;
import java.util.BitSet;
import java.util.Set;

/// A Lanterna window that paints itself row by row and says which rows changed. It draws its own borders, stands where
/// [#place] puts it, and holds no components. All methods belong to the UI thread.
public abstract class PanelWindow extends AbstractWindow {

  private final BitSet dirty = new BitSet();
  private int scrolledTop;
  private int scrolledBottom;
  private int scrolledBy;

  /// A window of no size yet; the title is for Lanterna's lists of windows, nothing paints it by itself.
  protected PanelWindow(String title) {
    super(title);
    setHints(Set.of(Window.Hint.NO_DECORATIONS, Window.Hint.NO_POST_RENDERING, Window.Hint.FIXED_POSITION,
        Window.Hint.FIXED_SIZE));
    setContentOffset(TerminalPosition.TOP_LEFT_CORNER);
    setPosition(TerminalPosition.TOP_LEFT_CORNER);
    resize(TerminalSize.ZERO);
  }

  /// Paints one row, from 0 to [#height()] - 1. Rows of other windows are never touched.
  protected abstract void paintRow(int row, RowPainter painter);

  /// Takes a key or a paste.
  ///
  /// @return false if it means nothing here
  public abstract boolean press(Key key);

  /// Where the cursor stands inside the window; null hides it.
  public TerminalPosition cursor() {
    return null;
  }

  /// Puts the window on the screen, in columns and rows from 0; all of it is painted anew if anything changed.
  public final void place(int column, int row, int width, int height) {
    TerminalPosition position = new TerminalPosition(column, row);
    TerminalSize size = new TerminalSize(Math.max(0, width), Math.max(0, height));
    if (position.equals(getPosition()) && size.equals(getSize())) {
      return;
    }
    setPosition(position);
    resize(size);
    exposeAll();
  }

  @SuppressWarnings("deprecation")
  private void resize(TerminalSize size) {
    setSize(size);
    setDecoratedSize(size);
  }

  /// Columns of the window.
  public final int width() {
    return getSize().getColumns();
  }

  /// Rows of the window.
  public final int height() {
    return getSize().getRows();
  }

  /// Says that every row may look different.
  public final void markDirty() {
    dirty.set(0, height());
  }

  /// Says that some rows may look different; `toRow` is not included. Rows outside the window are left out.
  public final void markDirty(int fromRow, int toRow) {
    int from = Math.max(0, fromRow);
    int to = Math.min(height(), toRow);
    if (from < to) {
      dirty.set(from, to);
    }
  }

  /// Says that the content of rows moved up by `by` (down if negative), `bottom` not included. All of them count as
  /// changed; the terminal is told to scroll if that takes fewer bytes.
  public final void scrolled(int top, int bottom, int by) {
    markDirty(top, bottom);
    boolean same = top == scrolledTop && bottom == scrolledBottom;
    scrolledBy = same ? scrolledBy + by : by;
    scrolledTop = top;
    scrolledBottom = bottom;
  }

  /// The same as [#markDirty()]: Lanterna's word for it.
  @Override
  public void invalidate() {
    super.invalidate();
    if (getSize() != null) {
      markDirty();
    }
  }

  @Override
  public boolean isInvalid() {
    return !dirty.isEmpty();
  }

  @Override
  public void setVisible(boolean visible) {
    if (visible != isVisible()) {
      super.setVisible(visible);
      exposeAll();
    }
  }

  private void exposeAll() {
    markDirty();
    if (getTextGUI() instanceof WindowGui gui) {
      gui.layoutChanged();
    }
  }

  boolean isDirty(int row) {
    return dirty.get(row);
  }

  /// Hands the scroll hint over in rows of the screen.
  void hintScroll(DiffScreen screen) {
    if (scrolledBy != 0) {
      int top = getPosition().getRow();
      screen.scrollRows(top + scrolledTop, top + scrolledBottom - 1, scrolledBy);
    }
  }

  /// Forgets what was dirty: it has been painted.
  void settle() {
    dirty.clear();
    scrolledBy = 0;
  }

  @Override
  public boolean handleInput(KeyStroke stroke) {
    return stroke instanceof KeyInput input ? press(input.key()) : super.handleInput(stroke);
  }

  @Override
  public TerminalPosition getCursorPosition() {
    return cursor();
  }

  @Override
  public TerminalSize getPreferredSize() {
    return getSize();
  }

  /// Paints every row through Lanterna's own graphics.
  @Override
  public void draw(TextGUIGraphics graphics) {
    GraphicsTarget target = new GraphicsTarget(graphics);
    RowPainter painter = new RowPainter();
    int rows = Math.min(height(), graphics.getSize().getRows());
    for (int row = 0; row < rows; row++) {
      paintRow(row, painter.at(target, 0, row, width()));
    }
    settle();
  }
}
