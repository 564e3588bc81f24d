package dev.chatstream.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Sanitizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedTextTest {

  private static final String[] PIECES = {
    "a", "word", " ", "  ", "\n", "\n\n", "incomprehensibilities", "日本語", "。", "한국", "e\u0301", "\u0301", "👩‍🚀",
    "👍🏽",
    "🇨🇭", "❤\uFE0F", "⌚\uFE0E", "-", "\u00A0", "שלום", "ก็", "1,234", "🏴\uDB40\uDC67\uDB40\uDC7F", "\u200D", "x"
  };

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return Sanitizer.lines(text.toString());
  }

  private static List<String> lines(WrappedText text) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < text.lines(); i++) {
      lines.add(text.line(i));
    }
    return lines;
  }

  private static String joined(WrappedText text, String whole) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < text.lines(); i++) {
      joined.append(whole, text.start(i), text.end(i));
      assertTrue(whole.startsWith(text.line(i), text.start(i)));
      assertTrue(text.end(i) - text.start(i) - text.line(i).length() <= 1);
    }
    return joined.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 17, 40, 100})
  void nothingIsLostAndNoLineIsTooWide(int width) {
    Random random = new Random(width);
    for (int round = 0; round < 400; round++) {
      String whole = text(random);
      WrappedText wrapped = WrappedText.of(whole, width);
      assertEquals(whole, joined(wrapped, whole));
      for (String line : lines(wrapped)) {
        // Spaces at the end hang over: they can't be seen. One wide character stands alone where there is no room.
        int columns = DisplayWidth.of(line.replaceAll(" +$", ""));
        assertTrue(columns <= Math.max(2, width), () -> "[" + line + "] in " + width + " of [" + whole + "]");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 17, 40})
  void piecesGiveTheSameLinesAsTheWhole(int width) {
    Random random = new Random(100 + width);
    for (int round = 0; round < 400; round++) {
      String whole = text(random);
      WrappedText grown = new WrappedText(width);
      for (int at = 0; at < whole.length();) {
        int end = Math.min(whole.length(), at + 1 + random.nextInt(6));
        boolean split = end < whole.length() && Character.isHighSurrogate(whole.charAt(end - 1));
        int from = grown.append(whole.substring(at, split ? end + 1 : end));
        assertTrue(from < grown.lines());
        at = split ? end + 1 : end;
      }
      assertEquals(lines(WrappedText.of(whole, width)), lines(grown), () -> "[" + whole + "] in " + width);
    }
  }

  @Test
  void anotherWidthGivesTheSameLinesAsFromTheStart() {
    Random random = new Random(7);
    for (int round = 0; round < 400; round++) {
      String whole = text(random);
      WrappedText changed = WrappedText.of(whole, 1 + random.nextInt(50));
      int width = 1 + random.nextInt(50);
      changed.setWidth(width);
      assertEquals(lines(WrappedText.of(whole, width)), lines(changed));
    }
  }

  @Test
  void linesBreakAtSpacesAndWordsThatAreTooLongAnywhere() {
    assertEquals(List.of("one two ", "three"), lines(WrappedText.of("one two three", 9)));
    assertEquals(List.of("abcdef", "gh"), lines(WrappedText.of("abcdefgh", 6)));
    assertEquals(List.of("日本", "語"), lines(WrappedText.of("日本語", 5)));
    assertEquals(List.of("a", "", "b"), lines(WrappedText.of("a\n\nb", 5)));
  }

  @Test
  void aPlaceBelongsToOneLine() {
    WrappedText text = WrappedText.of("one two three", 9);
    assertEquals(0, text.lineAt(0));
    assertEquals(0, text.lineAt(7));
    assertEquals(1, text.lineAt(8));
    assertEquals(1, text.lineAt(13));
  }

  @Test
  void numbersAreExactWhenSmallAndRoundedWhenLong() {
    assertEquals("812 B", Words.bytes(812));
    assertEquals("98.4 MB", Words.bytes(98_362_432));
    assertEquals("2.0 GB", Words.bytes(2_000_000_000));
    assertEquals("0:06", Words.span(6));
    assertEquals("1 h 18 min", Words.span(4_680));
    assertEquals("1 task", Words.count(1, "task"));
    assertEquals("2,004 tasks", Words.count(2_004, "task"));
  }
}
