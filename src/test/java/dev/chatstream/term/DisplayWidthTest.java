package dev.chatstream.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

  @ParameterizedTest
  @CsvSource({
    "a, 1", "é, 1", "e\u0301, 1", "日, 2", "한, 2", "ｱ, 1", "Ａ, 2", "😀, 2", "✅, 2", "❤, 1", "❤️, 2", "☎️, 2", "1️⃣, 2",
    "👍🏽, 2", "👩‍👩‍👧‍👦, 2", "🏳️‍🌈, 2", "🇩🇪, 2", "🏴󠁧󠁢󠁷󠁬󠁳󠁿, 2", "ع, 1", "שָׁ, 1", "कि, 2", "ก็, 1",
    "─, 1", "…, 1",
    "\uD840\uDC00, 2", "\u1100\u1161\u11A8, 2", "각, 2", "🇩, 1", "〰, 2", "©, 1"
  })
  void aClusterHasTheWidthThatTerminalsGiveIt(String cluster, int width) {
    assertEquals(List.of(cluster), clusters(cluster));
    assertEquals(width, DisplayWidth.of(cluster));
  }

  @Test
  void textIsCutIntoClusters() {
    assertEquals(List.of("🇩🇪", "🇫🇷", "🇯"), clusters("🇩🇪🇫🇷🇯"));
    assertEquals(List.of("a", "\u0301".repeat(1)).size(), 2);
    assertEquals(List.of("x", "각", "\u1100\u1161", "y"), clusters("x각\u1100\u1161y"));
    assertEquals(List.of("👩‍👧", "👍🏽", "!"), clusters("👩‍👧👍🏽!"));
    assertEquals(List.of("\r", "\n", "a"), clusters("\r\na"));
  }

  @Test
  void aPileOfMarksIsCut() {
    List<String> clusters = clusters("a" + "\u0301".repeat(1000));
    assertEquals(Graphemes.LONGEST, clusters.getFirst().length());
    assertEquals(1, DisplayWidth.of("a" + "\u0301".repeat(1000)));
  }

  @Test
  void previousFindsWhatNextMade() {
    String text = "a日👩‍👩‍👧 e\u0301🇩🇪🇫🇷한\u1100\u1161 🏳️‍🌈z";
    for (int at = 0; at < text.length(); at = Graphemes.next(text, at)) {
      assertEquals(at, Graphemes.previous(text, Graphemes.next(text, at)));
    }
  }

  @Test
  void endStopsBeforeAClusterThatDoesNotFit() {
    assertEquals(2, DisplayWidth.end("a日b", 3));
    assertEquals(1, DisplayWidth.end("a日b", 2));
    assertEquals(3, DisplayWidth.end("a日b", 80));
  }

  private static List<String> clusters(String text) {
    List<String> clusters = new ArrayList<>();
    for (int at = 0; at < text.length();) {
      int end = Graphemes.next(text, at);
      clusters.add(text.substring(at, end));
      at = end;
    }
    return clusters;
  }
}
