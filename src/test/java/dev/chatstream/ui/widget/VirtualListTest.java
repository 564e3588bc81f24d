package dev.chatstream.ui.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.ui.keys.Motion;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VirtualListTest {

  private final VirtualList list = new VirtualList();

  @Test
  void anEmptyListHasNoCurrentRow() {
    list.setRows(0, row -> true);
    for (Motion motion : Motion.values()) {
      list.move(motion);
      assertEquals(-1, list.current());
      assertEquals(0, list.top());
    }
  }

  @Test
  void headingsAreNeverCurrentButComeIntoSight() {
    list.setHeight(3);
    list.setRows(8, row -> row != 0 && row != 4);
    assertEquals(1, list.current());
    list.move(Motion.DOWN);
    list.move(Motion.DOWN);
    list.move(Motion.DOWN);
    assertEquals(5, list.current());
    list.move(Motion.FIRST);
    assertEquals(1, list.current());
    assertEquals(0, list.top());
    list.move(Motion.UP);
    assertEquals(1, list.current());
  }

  @Test
  void pagesKeepOneRowInSight() {
    list.setHeight(10);
    list.setRows(100, row -> true);
    list.move(Motion.PAGE_DOWN);
    assertEquals(9, list.current());
    list.move(Motion.PAGE_DOWN);
    assertEquals(18, list.current());
    assertEquals(9, list.top());
    list.move(Motion.LAST);
    assertEquals(99, list.current());
    assertEquals(90, list.top());
    list.move(Motion.PAGE_UP);
    assertEquals(90, list.current());
  }

  @Test
  void onlyWhatMovesIsTaken() {
    list.setRows(3, row -> true);
    assertTrue(list.move(Motion.DOWN));
    assertFalse(list.move(Motion.CHOOSE));
    assertFalse(list.move(Motion.MORE));
  }

  @Test
  void aListInWhichNothingCanBeChosenHasNoCurrentRow() {
    list.setRows(4, row -> false);
    assertEquals(-1, list.current());
    list.move(Motion.DOWN);
    assertEquals(-1, list.current());
  }

  @Test
  void theCurrentRowIsAlwaysInSight() {
    List<Motion> motions =
        List.of(Motion.UP, Motion.DOWN, Motion.PAGE_UP, Motion.PAGE_DOWN, Motion.FIRST, Motion.LAST);
    Random random = new Random(3);
    int height = 5;
    int size = 0;
    for (int step = 0; step < 5_000; step++) {
      if (random.nextInt(9) == 0) {
        height = 1 + random.nextInt(20);
        list.setHeight(height);
      } else if (random.nextInt(9) == 0) {
        size = random.nextInt(60);
        int every = 2 + random.nextInt(5);
        list.setRows(size, row -> row % every != 0);
      } else {
        list.move(motions.get(random.nextInt(motions.size())));
      }
      int current = list.current();
      assertTrue(list.top() >= 0 && list.top() <= Math.max(0, size - height));
      assertTrue(current == -1 || (current >= list.top() && current < list.top() + height));
    }
  }
}
