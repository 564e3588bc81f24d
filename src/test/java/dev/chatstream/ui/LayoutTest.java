package dev.chatstream.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.state.Panel;
import dev.chatstream.ui.Layout.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutTest {

  private static List<Place> places(Layout layout) {
    return List.of(layout.chat(), layout.input(), layout.status(), layout.lists(), layout.log()).stream()
        .filter(Place::shown)
        .toList();
  }

  /// No two overlap, none sticks out, and together they are as large as the screen: so they tile it.
  private static void tiles(Layout layout, int columns, int rows) {
    List<Place> places = places(layout);
    int cells = 0;
    for (int i = 0; i < places.size(); i++) {
      Place one = places.get(i);
      assertTrue(one.column() >= 0 && one.column() + one.width() <= columns, () -> one.toString());
      assertTrue(one.row() >= 0 && one.row() + one.height() <= rows, () -> one.toString());
      cells += one.width() * one.height();
      for (Place other : places.subList(i + 1, places.size())) {
        boolean apart = one.column() + one.width() <= other.column() || other.column() + other.width() <= one.column()
            || one.row() + one.height() <= other.row() || other.row() + other.height() <= one.row();
        assertTrue(apart, () -> one + " and " + other + " at " + columns + "x" + rows);
      }
    }
    assertEquals(columns * rows, cells, () -> columns + "x" + rows + ": " + layout);
  }

  @ParameterizedTest
  @EnumSource(Panel.class)
  void windowsTileEveryScreen(Panel focus) {
    for (int columns = Layout.LEAST_COLUMNS; columns <= 250; columns++) {
      for (int rows = Layout.LEAST_ROWS; rows <= 80; rows++) {
        for (int needed : new int[] {1, 4, 500}) {
          Layout layout = Layout.of(columns, rows, focus, false, 0, needed, 100);
          tiles(layout, columns, rows);
          tiles(Layout.of(columns, rows, focus, true, 0, needed, 100), columns, rows);
          boolean typing = focus == Panel.INPUT || focus == Panel.CHAT;
          if (typing) {
            assertTrue(layout.input().height() >= 2 && layout.chat().height() >= 3, layout::toString);
            assertTrue(layout.input().height() - 1 <= Math.max(3, rows / 3));
          }
        }
      }
    }
  }

  @Test
  void oneWindowAtATimeOnANarrowScreenAllOnAWideOne() {
    assertEquals(3, places(Layout.of(80, 24, Panel.INPUT, false, 0, 1, 100)).size());
    assertEquals(2, places(Layout.of(80, 24, Panel.LOG, false, 0, 1, 100)).size());
    assertEquals(5, places(Layout.of(100, 24, Panel.LOG, false, 0, 1, 100)).size());
    assertEquals(2, places(Layout.of(100, 24, Panel.LOG, true, 0, 1, 100)).size());
    assertEquals(80, Layout.of(120, 40, Panel.INPUT, false, 0, 1, 100).chat().width());
    assertEquals(60, Layout.of(160, 40, Panel.INPUT, false, 0, 1, 100).log().width());
    assertEquals(96, Layout.of(200, 50, Panel.INPUT, false, 0, 1, 100).log().width());
    assertEquals(60, Layout.of(200, 50, Panel.INPUT, false, 0, 1, 150).log().width());
  }

  @Test
  void theInputGrowsWithItsTextToAThird() {
    assertEquals(3, Layout.of(80, 24, Panel.INPUT, false, 0, 1, 100).input().height());
    assertEquals(6, Layout.of(80, 24, Panel.INPUT, false, 0, 5, 100).input().height());
    assertEquals(9, Layout.of(80, 24, Panel.INPUT, false, 0, 99, 100).input().height());
    assertEquals(2, Layout.of(40, 10, Panel.INPUT, false, 0, 1, 100).input().height());
  }
}
