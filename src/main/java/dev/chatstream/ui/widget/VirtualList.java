package dev.chatstream.ui.widget;

import dev.chatstream.ui.keys.Motion;
import java.util.function.IntPredicate;

/// The current row and the first visible row of a list of any length; only what is visible is ever painted.
public final class VirtualList {

  private int size;
  private int height = 1;
  private int current;
  private int top;
  private IntPredicate choosable = row -> true;

  /// Tells how long the list is and which of its rows can be the current one (headings can't).
  public void setRows(int count, IntPredicate canBeCurrent) {
    size = count;
    choosable = canBeCurrent;
    settle(Math.clamp(current, 0, Math.max(0, size - 1)), 1);
  }

  /// Tells how many rows are visible.
  public void setHeight(int rows) {
    height = Math.max(1, rows);
    reveal();
  }

  /// The current row; -1 when none can be.
  public int current() {
    return current < size && choosable.test(current) ? current : -1;
  }

  /// Makes this row the current one, or the next that can be.
  public void select(int row) {
    settle(Math.clamp(row, 0, Math.max(0, size - 1)), 1);
  }

  /// Tells that so many rows were put before the first one, or, if negative, taken away there: the same rows stay
  /// current and visible. The new length is told next, by [#setRows].
  public void shift(int by) {
    current = Math.max(0, current + by);
    top = Math.max(0, top + by);
  }

  /// The first visible row.
  public int top() {
    return top;
  }

  /// Moves.
  ///
  /// @return false when the motion means nothing to a list
  public boolean move(Motion motion) {
    switch (motion) {
      case UP -> settle(current - 1, -1);
      case DOWN -> settle(current + 1, 1);
      case PAGE_UP -> settle(current - Math.max(1, height - 1), -1);
      case PAGE_DOWN -> settle(current + Math.max(1, height - 1), 1);
      case FIRST -> settle(0, 1);
      case LAST -> settle(size - 1, -1);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Goes to this row or, past headings, to the next in this direction; where there is none, in the other.
  private void settle(int wanted, int direction) {
    int start = Math.clamp(wanted, 0, Math.max(0, size - 1));
    int found = search(start, direction);
    current = found >= 0 ? found : Math.max(0, search(start, -direction));
    reveal();
  }

  private int search(int from, int direction) {
    for (int row = from; row >= 0 && row < size; row += direction) {
      if (choosable.test(row)) {
        return row;
      }
    }
    return -1;
  }

  private void reveal() {
    if (current < top || current == firstChoosable()) {
      top = current == firstChoosable() ? 0 : current;
    }
    if (current >= top + height) {
      top = current - height + 1;
    }
    top = Math.clamp(top, 0, Math.max(0, size - height));
  }

  /// The headings before the first row that can be current come into sight with it.
  private int firstChoosable() {
    return search(0, 1);
  }
}
