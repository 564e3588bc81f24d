package dev.chatstream.ui.gui;

import dev.chatstream.term.CellStyle;

/// Where the text of a row goes: the screen, or Lanterna's own graphics.
interface RowTarget {

  /// Writes harmless text and returns the columns taken, at most `maxColumns`.
  int write(int column, int row, String text, CellStyle style, int maxColumns);

  /// Makes columns blank.
  void fill(int column, int row, int columns, CellStyle style);
}
