package dev.chatstream.ui.gui;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.term.DiffScreen;
import java.util.List;

/// Paints the dirty rows of windows into the screen, from the lowest window to the highest. Where a row was painted,
/// the windows that lie over it paint theirs again, so a dialog keeps its cells; what did not change in the end costs
/// no byte.
final class WindowPainter {

  private final DiffScreen screen;
  private final ScreenTarget target;
  private final RowPainter painter = new RowPainter();

  WindowPainter(DiffScreen screen) {
    this.screen = screen;
    this.target = new ScreenTarget(screen);
  }

  /// @param windows in z-order, the lowest first
  void paint(List<PanelWindow> windows) {
    for (PanelWindow window : windows) {
      window.hintScroll(screen);
    }
    for (int row = 0; row < screen.rows(); row++) {
      paintRow(row, windows);
    }
    for (PanelWindow window : windows) {
      window.settle();
    }
  }

  private void paintRow(int row, List<PanelWindow> windows) {
    int paintedFrom = Integer.MAX_VALUE;
    int paintedTo = 0;
    for (PanelWindow window : windows) {
      TerminalPosition position = window.getPosition();
      int from = position.getColumn();
      int to = from + window.width();
      int inside = row - position.getRow();
      boolean covers = inside >= 0 && inside < window.height();
      boolean overPainted = from < paintedTo && to > paintedFrom;
      if (covers && (overPainted || window.isDirty(inside))) {
        window.paintRow(inside, painter.at(target, from, row, window.width()));
        paintedFrom = Math.min(paintedFrom, from);
        paintedTo = Math.max(paintedTo, to);
      }
    }
  }
}
