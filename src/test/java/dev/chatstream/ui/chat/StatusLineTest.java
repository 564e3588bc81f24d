package dev.chatstream.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.ui.chat.StatusLine.Place;
import dev.chatstream.ui.chat.StatusLine.Wish;
import dev.chatstream.term.DisplayWidth;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the status line shows at which width: whole parts, the important ones first.
class StatusLineTest {

  private static final StatusLine LINE = new StatusLine(
      List.of(
          new Wish(Place.STATE, "writing"),
          new Wish(Place.MODEL, "qwen3:8b"),
          new Wish(Place.CONTEXT, "context 38% of 8k"),
          new Wish(Place.HOST, "laptop"),
          new Wish(Place.STATE, "writing 41 tok/s"),
          new Wish(Place.TIME, "0:06"),
          new Wish(Place.FIRST_TOKEN, "first token 0.4 s"),
          new Wish(Place.CONTEXT, "context ###..... 3.1k of 8k (38%)"),
          new Wish(Place.STAY, "5.2 GB in memory until 14:08")),
      "draft", false, "writing");

  @Test
  void partsAreDroppedWholeInTheOrderOfTheirWeight() {
    assertEquals("writing", LINE.fit(7, " - "));
    assertEquals("qwen3:8b - writing", LINE.fit(18, " - "));
    assertEquals("qwen3:8b - writing - context 38% of 8k", LINE.fit(38, " - "));
    assertEquals("qwen3:8b - laptop - writing - context 38% of 8k", LINE.fit(47, " - "));
    assertEquals("qwen3:8b - laptop - writing 41 tok/s - 0:06 - context 38% of 8k", LINE.fit(63, " - "));
    assertEquals(
        "qwen3:8b - laptop - writing 41 tok/s - 0:06 - first token 0.4 s - context ###..... 3.1k of 8k (38%)"
            + " - 5.2 GB in memory until 14:08",
        LINE.fit(200, " - "));
  }

  @Test
  void nothingIsEverCutOrTooWide() {
    for (int width = 0; width <= 200; width++) {
      String line = LINE.fit(width, " · ");
      assertTrue(DisplayWidth.of(line) <= width, line);
      for (String part : line.split(" · ", -1)) {
        assertTrue(part.isEmpty() || LINE.wishes().stream().anyMatch(wish -> wish.words().equals(part)), part);
      }
    }
  }
}
