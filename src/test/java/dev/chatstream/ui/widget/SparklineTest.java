package dev.chatstream.ui.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.Glyphs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparklineTest {

  @Test
  void eachStepIsTheSameFactor() {
    List<Long> figures = List.of(1L << 10, 1L << 12, 1L << 14, 1L << 18, 1L << 24);
    assertEquals("▁▂▃▅█", Sparkline.of(figures, 10, Glyphs.UNICODE));
    assertEquals("_.:=#", Sparkline.of(figures, 10, Glyphs.ASCII));
  }

  @Test
  void theLastOnesAreShown() {
    assertEquals("▁█", Sparkline.of(List.of(1_000_000L, 10L, 20L), 2, Glyphs.UNICODE));
  }

  @Test
  void whatIsAllTheSameIsFlatAndNothingIsNothing() {
    assertEquals("▁▁", Sparkline.of(List.of(5L, 5L), 9, Glyphs.UNICODE));
    assertEquals("", Sparkline.of(List.of(), 9, Glyphs.UNICODE));
    assertEquals("", Sparkline.of(List.of(5L), -3, Glyphs.UNICODE));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.00 ms", "842000, 0.84 ms", "4130000, 4.1 ms", "11700000, 12 ms", "999600000, 1000 ms",
    "1230000000, 1.2 s"})
  void shortTimesReadLikeThis(long nanos, String words) {
    assertEquals(words, Words.time(nanos));
  }
}
