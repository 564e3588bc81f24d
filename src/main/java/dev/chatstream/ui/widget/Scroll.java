package dev.chatstream.ui.widget;

import dev.chatstream.ui.keys.Motion;

/// Which row of something too long for its window stands at the top.
public final class Scroll {

  private int top;

  /// Does what this motion means.
  ///
  /// @param rows how many rows there are
  /// @param room how many of them fit
  /// @return false when it means nothing, as `CHOOSE`
  public boolean move(Motion motion, int rows, int room) {
    int page = Math.max(1, room - 1);
    int now = top(rows, room);
    switch (motion) {
      case UP -> top = now - 1;
      case DOWN -> top = now + 1;
      case PAGE_UP -> top = now - page;
      case PAGE_DOWN -> top = now + page;
      case FIRST -> top = 0;
      case LAST -> top = rows;
      default -> {
        return false;
      }
    }
    top = top(rows, room);
    return true;
  }

  /// The row at the top, however many there are by now.
  public int top(int rows, int room) {
    return Math.clamp(top, 0, Math.max(0, rows - room));
  }

  /// Goes back to the first row.
  public void reset() {
    top = 0;
  }
}
