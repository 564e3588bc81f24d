package dev.chatstream.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {

  @Test
  void noCodePointComesThroughThatATerminalCouldAct() {
    for (int code = 0; code <= Character.MAX_CODE_POINT; code++) {
      String line = Sanitizer.line("a" + Character.toString(code) + "b");
      line.codePoints().forEach(SanitizerTest::assertHarmless);
      assertTrue(line.startsWith("a") && line.endsWith("b"), Integer.toHexString(code));
    }
  }

  private static void assertHarmless(int code) {
    int type = Character.getType(code);
    boolean harmful =
        Character.isISOControl(code)
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || (code & 0xFFFE) == 0xFFFE;
    assertFalse(harmful, () -> "U+" + Integer.toHexString(code));
  }

  @Test
  void plainTextIsTheSameObject() {
    String text = "Grüße, 日本語 and more";
    assertSame(text, Sanitizer.line(text));
  }

  @Test
  void escapesAreShownAndTabsExpanded() {
    assertEquals("␛[31mred␛[0m", Sanitizer.line("\u001b[31mred\u001b[0m"));
    assertEquals("a   b   c", Sanitizer.line("a\tb\tc"));
    assertEquals("one two", Sanitizer.line("one\ntwo"));
    assertEquals("one\ntwo\nthree\n", Sanitizer.lines("one\r\ntwo\rthree\u2028"));
    assertEquals("ab\uFFFDc", Sanitizer.line("a\u202Eb\uD800c\uFEFF\u200B"));
  }

  @Test
  void emojiStayWholeAndNothingHidesInText() {
    String emoji = "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️ 👩🏽‍🚀";
    assertEquals(emoji, Sanitizer.line(emoji));
    assertEquals("ab", Sanitizer.line("a\u200Db"));
    assertEquals("ab", Sanitizer.line("a\uDB40\uDC68\uDB40\uDC69b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "a\r\nb\rc\n", "x\ty\tz", "👩‍👩‍👧 \uD83D alone", "\u001b]0;title\u0007", "🏴󠁧󠁢󠁷󠁬󠁳󠁿!", "日本\t語",
    "\uDC00\uD800"
  })
  void aStreamCutAnywhereIsTheSameAsTheWhole(String text) {
    for (int cut = 0; cut <= text.length(); cut++) {
      Sanitizer sanitizer = new Sanitizer();
      String pieces = sanitizer.next(text.substring(0, cut)) + sanitizer.next(text.substring(cut)) + sanitizer.finish();
      assertEquals(Sanitizer.lines(text), pieces, "cut at " + cut);
    }
  }
}
