package dev.chatstream.term;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Which rows were moved up or down since the last frame. Only hints: a frame is right without them, and each is taken
/// only if it leaves fewer cells to write.
final class ScrollHints {

  /// What the setting and resetting of a scroll region costs, in cells.
  private static final int COST = 16;
  private static final int MOST = 4;
  private static final byte[] REVERSE_FEED = Frame.ascii("\u001bM");

  /// @param top first row
  /// @param bottom last row, included
  /// @param by rows that the content moved up, or down if negative
  private record Scroll(int top, int bottom, int by) {
    boolean sameRows(Scroll other) {
      return top == other.top && bottom == other.bottom;
    }

    int vacated(int row) {
      return row + by;
    }

    boolean holds(int row) {
      return row >= top && row <= bottom;
    }
  }

  private final List<Scroll> scrolls = new ArrayList<>();

  void add(int top, int bottom, int by) {
    Scroll scroll = new Scroll(top, bottom, by);
    int last = scrolls.size() - 1;
    if (last >= 0 && scrolls.get(last).sameRows(scroll)) {
      scrolls.set(last, new Scroll(top, bottom, scrolls.get(last).by + by));
    } else if (scrolls.size() < MOST) {
      scrolls.add(scroll);
    }
  }

  void clear() {
    scrolls.clear();
  }

  /// Scrolls the terminal, and the grid that stands for it, where that pays. What was scrolled has to be looked at.
  void apply(CellGrid front, CellGrid back, BitSet dirty, Frame frame, Pen pen) {
    for (Scroll scroll : scrolls) {
      if (pays(scroll, front, back)) {
        emit(scroll, front.rows(), frame, pen);
        front.scroll(scroll.top, scroll.bottom, scroll.by);
        dirty.set(scroll.top, scroll.bottom + 1);
      }
    }
    scrolls.clear();
  }

  private static boolean pays(Scroll scroll, CellGrid front, CellGrid back) {
    int height = scroll.bottom - scroll.top + 1;
    if (scroll.by == 0 || Math.abs(scroll.by) >= height) {
      return false;
    }
    int staying = 0;
    int moving = COST;
    for (int row = scroll.top; row <= scroll.bottom; row++) {
      int from = scroll.vacated(row);
      staying += back.differences(row, front, 0);
      moving += scroll.holds(from) ? back.differences(row, front, scroll.by) : back.filled(row);
    }
    return moving < staying;
  }

  private static void emit(Scroll scroll, int rows, Frame frame, Pen pen) {
    boolean whole = scroll.top == 0 && scroll.bottom == rows - 1;
    pen.style(CellStyle.PLAIN);
    if (!whole) {
      frame.control(scroll.top + 1, scroll.bottom + 1, 'r');
    }
    if (pen.plain()) {
      feed(scroll, frame);
      pen.forgetPosition();
    } else {
      frame.control(Math.abs(scroll.by), -1, scroll.by > 0 ? 'S' : 'T');
    }
    if (!whole) {
      frame.control(-1, -1, 'r');
      pen.forgetPosition();
    }
  }

  /// The old way: a line feed in the last row of the region, or its reverse in the first.
  private static void feed(Scroll scroll, Frame frame) {
    frame.control((scroll.by > 0 ? scroll.bottom : scroll.top) + 1, -1, 'H');
    for (int step = 0; step < Math.abs(scroll.by); step++) {
      if (scroll.by > 0) {
        frame.put('\n');
      } else {
        frame.put(REVERSE_FEED);
      }
    }
  }
}
