package dev.chatstream.ui.gui;

import dev.chatstream.term.CellStyle;
import dev.chatstream.term.Sanitizer;

/// Paints one row of a window, from column 0 to its width. What is not painted is blank in the terminal's colours.
/// One object serves all rows; keep no reference to it.
public final class RowPainter {

  private RowTarget target;
  private int left;
  private int row;
  private int width;

  RowPainter() {}

  /// Points the painter at a row of the target and makes the row blank.
  RowPainter at(RowTarget newTarget, int newLeft, int newRow, int newWidth) {
    target = newTarget;
    left = newLeft;
    row = newRow;
    width = newWidth;
    fill(0, CellStyle.PLAIN);
    return this;
  }

  /// The width of the window in columns.
  public int width() {
    return width;
  }

  /// Paints text, made harmless and clipped at the window's width.
  ///
  /// @param column where it starts, from 0; a column outside the row paints nothing
  /// @return the column after it
  public int text(int column, String text, CellStyle style) {
    return text(column, text, style, width);
  }

  /// Paints text clipped at a column before the window's width.
  ///
  /// @param end the first column that stays as it is
  /// @return the column after the text
  public int text(int column, String text, CellStyle style, int end) {
    int room = Math.min(end, width) - column;
    if (column < 0 || room <= 0) {
      return column;
    }
    return column + target.write(left + column, row, Sanitizer.line(text), style, room);
  }

  /// Makes the row blank in a style, from a column to its end.
  public void fill(int fromColumn, CellStyle style) {
    fill(fromColumn, width, style);
  }

  /// Makes columns blank in a style; `toColumn` is not included.
  public void fill(int fromColumn, int toColumn, CellStyle style) {
    int from = Math.max(0, fromColumn);
    int to = Math.min(width, toColumn);
    if (from < to) {
      target.fill(left + from, row, to - from, style);
    }
  }
}
