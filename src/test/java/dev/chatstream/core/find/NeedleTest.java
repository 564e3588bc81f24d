package dev.chatstream.core.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words are found whatever their case and accents, at the place where they stand, as a plain search of the folded
/// text would find them.
class NeedleTest {

  @ParameterizedTest
  @CsvSource({
    "Größe, GROESSE, false",
    "Straße, STRASSE, true",
    "café, CAFE, true",
    "cafe\u0301, café, true",
    "İstanbul, istanbul, true",
    "ΟΔΟΣ, οδος, true",
    "한국어, 한국, true",
    "検索する, 検索, true",
    "zero\u200Bwidth, zerowidth, true",
    "soft\u00ADhyphen, softhyphen, true",
    "\u202Ereversed, reversed, true",
    "(a+)+b, (a+)+, true",
    "aaaa, .*, false"
  })
  void aWordIsFoundFolded(String text, String word, boolean found) {
    assertEquals(found, Needle.of(word).orElseThrow().in(text));
  }

  @Test
  void aPlaceIsThatOfTheTextAsItStands() {
    String text = "x\u200B Cafe\u0301s";
    Span span = Needle.of("café").orElseThrow().find(text, 0).orElseThrow();
    assertEquals("Cafe\u0301", text.substring(span.start(), span.end()));
  }

  @Test
  void nothingIsNoWord() {
    assertTrue(Needle.of("").isEmpty());
    assertTrue(Needle.of("\u0301\u200B").isEmpty());
  }

  @Test
  void itFindsWhatAPlainSearchOfTheFoldedTextFinds() {
    Random random = new Random(5);
    String letters = "aAbBé\u0301\u200Bßﬁ 検\uD83D\uDE00\uD800\0";
    for (int round = 0; round < 20_000; round++) {
      String text = text(random, letters, 12);
      Optional<Needle> needle = Needle.of(text(random, letters, 4));
      boolean found = needle.isPresent() && needle.get().in(text);
      boolean plain = needle.isPresent() && Folding.fold(text).contains(needle.get().word());
      assertEquals(plain, found, () -> "in " + text);
    }
  }

  @Test
  void aHostileLineIsWalkedOnce() {
    CountedText text = new CountedText("a".repeat(1_000_000));
    assertFalse(Needle.of("a".repeat(150) + "b").orElseThrow().in(text));
    assertTrue(text.looks < 4L * text.length(), "looked " + text.looks + " times");
  }

  @Test
  void marksAreApartAndInOrder() {
    List<Span> marks = Query.of("start up art").marks("Start-up, upstart");
    assertEquals(List.of(new Span(0, 5), new Span(6, 8), new Span(10, 12), new Span(12, 17)), marks);
  }

  @Test
  void tagsAreNoWords() {
    Query query = Query.of("plan TAG:Wörk");
    assertEquals(1, query.words().size());
    assertTrue(query.tagged(List.of("home", "work")));
    assertFalse(query.tagged(List.of("home")));
  }

  private static String text(Random random, String letters, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  /// Counts how often somebody looks at a character.
  private static final class CountedText implements CharSequence {
    private final String text;
    private long looks;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }
  }
}
