package dev.chatstream.ui.gui;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.gui2.TextGUIGraphics;
import dev.chatstream.term.CellCharacter;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.DiffScreen;
import dev.chatstream.term.TerminalTraits;
import java.util.Map;

/// Paints through Lanterna's graphics, so that its own `MultiWindowTextGUI` shows our windows too. Each write goes
/// over a one-row screen of ours, which knows clusters and widths.
final class GraphicsTarget implements RowTarget {

  private final TextGUIGraphics graphics;
  private final DiffScreen line;

  GraphicsTarget(TextGUIGraphics graphics) {
    this.graphics = graphics;
    this.line = new DiffScreen(graphics.getSize().getColumns(), 1, TerminalTraits.from(Map.of()));
  }

  @Override
  public int write(int column, int row, String text, CellStyle style, int maxColumns) {
    int columns = line.write(column, 0, text, style, maxColumns);
    copy(column, row, columns);
    return columns;
  }

  @Override
  public void fill(int column, int row, int columns, CellStyle style) {
    line.fill(column, 0, columns, style);
    copy(column, row, columns);
  }

  /// Copies cells; a right half comes with its left one.
  private void copy(int column, int row, int columns) {
    for (int at = column; at < column + columns; at++) {
      TextCharacter character = line.getBackCharacter(at, 0);
      if (((CellCharacter) character).cell().width() > 0) {
        graphics.setCharacter(at, row, character);
      }
    }
  }
}
