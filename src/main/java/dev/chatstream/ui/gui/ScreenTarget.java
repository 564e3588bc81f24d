package dev.chatstream.ui.gui;

import dev.chatstream.term.CellStyle;
import dev.chatstream.term.DiffScreen;

/// Paints straight into the screen's rows.
record ScreenTarget(DiffScreen screen) implements RowTarget {

  @Override
  public int write(int column, int row, String text, CellStyle style, int maxColumns) {
    return screen.write(column, row, text, style, maxColumns);
  }

  @Override
  public void fill(int column, int row, int columns, CellStyle style) {
    screen.fill(column, row, columns, style);
  }
}
