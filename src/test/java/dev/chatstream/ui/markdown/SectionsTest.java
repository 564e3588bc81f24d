package dev.chatstream.ui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.theme.Glyphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionsTest {

  private static final Page PAGE = new Page(40, Glyphs.UNICODE);

  private static List<String> lines(Sections sections, Page page) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      sections.get(i).lines(sections.text(), page).forEach(line -> lines.add(line.text().stripTrailing()));
    }
    return lines;
  }

  private static List<String> lines(String markdown) {
    Sections sections = Sections.markdown();
    sections.grow(markdown, true);
    return lines(sections, PAGE);
  }

  private static void shows(String markdown, String... expected) {
    assertEquals(String.join("\n", expected), String.join("\n", lines(markdown)));
  }

  @Test
  void paragraphsStandApartAndTheirLineEndsStay() {
    shows("One\ntwo\n\n\nthree", "One", "two", "", "three");
  }

  @Test
  void aHeadingKeepsItsSigns() {
    shows("Intro\n# Top\nText\n## Sub *it*", "Intro", "", "# Top", "", "Text", "", "## Sub it");
  }

  @Test
  void aListAsItWasWritten() {
    shows("Intro:\n- a\n- b\n  - c\n- d", "Intro:", "• a", "• b", "  • c", "• d");
    shows("9. nine\n10. ten", "9. nine", "10. ten");
    shows("- [x] done\n- [ ] open", "• [x] done", "• [ ] open");
    shows("- a\n\n- b", "• a", "", "• b");
  }

  @Test
  void whatFollowsInAnEntryStandsBelowItsWords() {
    shows("3. Write.\n\n    java -jar", "3. Write.", "", "   java -jar");
    shows("- a\n\n  ```sh\n  ls\n\n  pwd\n  ```\n- b", "• a", "", "  sh", "    ls", "", "    pwd", "• b");
  }

  @Test
  void codeStandsAsItIsUnderItsLanguage() {
    shows("Do:\n```java\nint a = 1;\n\n\n  b();\n```\nThen", "Do:", "", "java", "  int a = 1;", "", "", "    b();",
        "", "Then");
    shows("```\nopen", "  open");
    shows("~~~ py\n```\n~~~", "py", "  ```");
  }

  @Test
  void aQuoteKeepsItsSign() {
    shows("> one\n> two", "> one", "> two");
  }

  @Test
  void aTableIsAligned() {
    shows("| a | long name |\n|---|--:|\n| 1 | 2 |\n| 33 | `4` |",
        "a   long name", "──  ─────────", "1           2", "33          4");
  }

  @Test
  void aWideTableGetsNarrowerColumns() {
    List<String> lines = lines("|word|text|\n|--|--|\n|x|" + "wide ".repeat(30) + "|");
    assertTrue(lines.size() > 4, lines.toString());
    lines.forEach(line -> assertTrue(DisplayWidth.of(line) <= PAGE.width(), line));
  }

  @Test
  void aTableOfTooManyColumnsBecomesAList() {
    String row = "|" + "a|".repeat(12);
    assertEquals(List.of("a: a", "a: a"), lines(row + "\n|" + "-|".repeat(12) + "\n" + row).subList(0, 2));
  }

  @Test
  void anAddressIsAlwaysSeen() {
    shows("See [the page](http://a.b/c).", "See the page (http://a.b/c).");
    shows("<http://a.b>", "http://a.b");
  }

  @Test
  void noEntityMakesAControl() {
    lines("a&#27;[31m b&#x202e;c").forEach(line -> assertTrue(
        line.chars().noneMatch(c -> c < ' ' || c == 0x202E), line));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 11})
  void piecesGiveWhatTheWholeGives(int seed) {
    String text = Samples.ALL.repeat(3);
    Random random = new Random(seed);
    Sections growing = Sections.markdown();
    int at = 0;
    while (at < text.length()) {
      at = Math.min(text.length(), at + 1 + random.nextInt(7));
      growing.grow(text.substring(0, at), false);
      if (random.nextInt(5) == 0) {
        lines(growing, PAGE);
      }
    }
    growing.grow(text, true);
    assertEquals(lines(text), lines(growing, PAGE));
  }

  @Test
  void noLineIsWiderThanThePageAndSettledRowsAreExact() {
    for (int width = 1; width < 90; width += 4) {
      Page page = new Page(width, Glyphs.UNICODE);
      Sections sections = Sections.markdown();
      sections.grow(Samples.ALL, true);
      for (int i = 0; i < sections.size(); i++) {
        List<Line> lines = sections.get(i).lines(sections.text(), page);
        assertEquals(lines.size(), sections.get(i).rows(page));
        assertTrue(sections.get(i).settled(page));
        for (Line line : lines) {
          assertTrue(width < 12 || DisplayWidth.of(line.text().stripTrailing()) <= width, width + ": " + line);
        }
      }
    }
  }

  @Test
  void hostileTextIsCutIntoPiecesOfBoundedCost() {
    for (String text : List.of(
        "x".repeat(500_000),
        "> ".repeat(50_000) + "deep",
        "- ".repeat(20_000),
        "*a ".repeat(50_000),
        "[".repeat(100_000),
        "|".repeat(20_000) + "\n" + "-|".repeat(10_000),
        "`".repeat(30_000) + " a",
        "```\n" + "y".repeat(300_000))) {
      Sections sections = Sections.markdown();
      sections.grow(text, true);
      int shown = lines(sections, PAGE).stream().mapToInt(String::length).sum();
      assertTrue(shown > 0);
      for (int i = 0; i < sections.size(); i++) {
        assertTrue(sections.get(i).end - sections.get(i).start <= 2 * Sections.LONGEST);
      }
    }
  }

  @Test
  void plainTextStaysWhatItIs() {
    Sections sections = Sections.plain();
    sections.grow("# no\n\n* heading\n", true);
    assertEquals(List.of("# no", "", "* heading"), lines(sections, PAGE));
  }
}
