package dev.chatstream.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.testing.VirtualTerminal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffScreenTest {

  private static final TerminalTraits TRAITS = new TerminalTraits(ColourDepth.TRUE_COLOUR, true, true);
  private static final String[] TEXTS = {
    "the quick brown fox", "日本語テスト", "한국어 각각", "👩‍👩‍👧 family", "🇩🇪🇫🇷 flags", "e\u0301a\u0308 marks", "❤️ ✅ 1️⃣",
    "مرحبا", "क्षि", "👍🏽 ok", "─────", "Grüße, Ελληνικά, Русский", "          ", "x"
  };
  private static final CellStyle[] STYLES = {
    CellStyle.PLAIN,
    CellStyle.PLAIN.with(Attribute.BOLD),
    CellStyle.PLAIN.with(Attribute.REVERSE),
    CellStyle.of(Colour.ansi(1), Colour.ansi(12), Attribute.DIM),
    CellStyle.of(Colour.rgb(1, 2, 3), Colour.indexed(99), Attribute.UNDERLINE)
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatTheTerminalShowsIsAlwaysWhatTheScreenHolds(long seed) {
    Random random = new Random(seed);
    DiffScreen screen = new DiffScreen(40, 12, TRAITS);
    VirtualTerminal terminal = started(40, 12);
    for (int frame = 0; frame < 400; frame++) {
      edit(random, screen, terminal);
      write(screen.frame(), terminal);
      assertSame(screen, terminal, "seed " + seed + ", frame " + frame);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void anOldTerminalScrollsByLineFeedsAndErasesNoCharacters(long seed) {
    Random random = new Random(seed);
    DiffScreen screen = new DiffScreen(40, 12, new TerminalTraits(ColourDepth.TRUE_COLOUR, true, true, true));
    VirtualTerminal terminal = started(40, 12);
    for (int frame = 0; frame < 400; frame++) {
      edit(random, screen, terminal);
      Frame bytes = screen.frame();
      assertTrue(!text(bytes).matches("(?s).*\u001b\\[[0-9]*[STX].*"), text(bytes));
      write(bytes, terminal);
    }
  }

  @Test
  void theLinuxConsoleAndVt100AreOld() {
    for (String term : List.of("linux", "vt100", "vt220")) {
      assertTrue(TerminalTraits.from(Map.of("TERM", term)).plain(), term);
    }
    assertTrue(!TerminalTraits.from(Map.of("TERM", "xterm-256color")).plain());
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void partsOfFramesLeadToTheSameScreen(long seed) {
    Random random = new Random(seed);
    DiffScreen screen = new DiffScreen(40, 12, TRAITS);
    VirtualTerminal terminal = started(40, 12);
    for (int frame = 0; frame < 400; frame++) {
      edit(random, screen, terminal);
      for (int parts = random.nextInt(3); parts > 0; parts--) {
        boolean echo = random.nextBoolean();
        write(echo ? screen.echo(random.nextInt(40)) : screen.part(random.nextInt(80), random.nextBoolean()), terminal);
      }
      if (random.nextInt(4) == 0) {
        int rounds = 0;
        do {
          write(screen.part(20, false), terminal);
          rounds++;
        } while (screen.pending() && rounds < 1000);
        assertSame(screen, terminal, "seed " + seed + ", frame " + frame);
      }
    }
  }

  @Test
  void aPartIsNotMuchLongerThanItMayBe() {
    DiffScreen screen = new DiffScreen(80, 24, TRAITS);
    screen.frame();
    for (int row = 0; row < 24; row++) {
      screen.write(0, row, "abcdefgh".repeat(10), CellStyle.PLAIN, 80);
    }
    screen.moveCursor(3, 20);
    String first = text(screen.part(60, true));
    assertTrue(first.startsWith("\u001b[21Habc"), first);
    assertTrue(first.length() <= 80, first);
    assertTrue(first.endsWith("\u001b[6n"), first);
    int parts = 1;
    while (screen.pending()) {
      assertTrue(screen.part(60, false).length() <= 80);
      parts++;
    }
    assertTrue(parts > 24 * 80 / 80, parts + " parts");
  }

  @Test
  void whereTheAnswerWouldLookLikeAKeyNobodyAsks() {
    DiffScreen screen = new DiffScreen(80, 24, TRAITS);
    screen.moveCursor(5, 0);
    assertTrue(!text(screen.frame(true)).contains("\u001b[6n"));
    screen.hideCursor();
    screen.write(0, 0, "x", CellStyle.PLAIN, 80);
    assertTrue(text(screen.frame(true)).contains("\u001b[6n"));
    assertEquals(0, screen.frame(true).length());
  }

  private static void edit(Random random, DiffScreen screen, VirtualTerminal terminal) {
    for (int edits = random.nextInt(6); edits >= 0; edits--) {
      int row = random.nextInt(screen.rows());
      int column = random.nextInt(screen.columns());
      CellStyle style = STYLES[random.nextInt(STYLES.length)];
      switch (random.nextInt(12)) {
        case 0 -> scroll(random, screen);
        case 1 -> screen.fill(column, row, random.nextInt(40), style);
        case 2 -> screen.moveCursor(column, row);
        case 3 -> screen.hideCursor();
        case 4 -> screen.scrollRows(0, screen.rows() - 1, random.nextInt(7) - 3);
        case 5 -> {
          if (random.nextInt(10) == 0) {
            resize(random, screen, terminal);
          }
        }
        default -> screen.write(column, row, TEXTS[random.nextInt(TEXTS.length)], style, random.nextInt(30));
      }
    }
  }

  private static void scroll(Random random, DiffScreen screen) {
    int top = random.nextInt(screen.rows() - 1);
    int bottom = top + 1 + random.nextInt(screen.rows() - top - 1);
    int by = 1 + random.nextInt(bottom - top);
    screen.scrollLines(top, bottom, random.nextBoolean() ? by : -by);
  }

  private static void resize(Random random, DiffScreen screen, VirtualTerminal terminal) {
    int columns = 2 + random.nextInt(60);
    int rows = 2 + random.nextInt(20);
    screen.resize(columns, rows);
    terminal.resize(columns, rows);
  }

  @Test
  void anUnchangedScreenMakesNoBytes() {
    DiffScreen screen = new DiffScreen(200, 50, TRAITS);
    screen.write(0, 0, "hello", CellStyle.PLAIN, 200);
    screen.frame();
    screen.write(0, 0, "hello", CellStyle.PLAIN, 200);
    screen.scrollRows(0, 49, 1);
    assertEquals(0, screen.frame().length());
  }

  @Test
  void oneTypedCharacterIsOneByte() {
    DiffScreen screen = new DiffScreen(80, 24, TRAITS);
    screen.moveCursor(3, 20);
    screen.frame();
    screen.write(3, 20, "a", CellStyle.PLAIN, 80);
    screen.moveCursor(4, 20);
    assertEquals("a", text(screen.frame()));
  }

  @Test
  void aScrolledPanelCostsItsNewRowAndTheRegion() {
    DiffScreen screen = new DiffScreen(80, 24, TRAITS);
    screen.moveCursor(0, 23);
    panel(screen, 0);
    screen.frame();
    panel(screen, 1);
    screen.scrollRows(1, 20, 1);
    String frame = text(screen.frame());
    assertTrue(frame.startsWith("\u001b[2;21r\u001b[1S\u001b[r"), frame.replace('\u001b', '␛'));
    assertTrue(frame.length() < 60, "bytes: " + frame.length());
  }

  private static void panel(DiffScreen screen, int first) {
    for (int row = 1; row <= 20; row++) {
      screen.fill(0, row, 80, CellStyle.PLAIN);
      screen.write(0, row, "line " + (first + row) + " with " + Integer.toString(997 * (first + row), 36),
          CellStyle.PLAIN, 80);
    }
  }

  @Test
  void aBlankRowIsErasedNotWritten() {
    DiffScreen screen = new DiffScreen(200, 4, TRAITS);
    screen.write(0, 2, "x".repeat(200), CellStyle.PLAIN, 200);
    screen.frame();
    screen.fill(0, 2, 200, CellStyle.PLAIN);
    assertEquals("\r\u001b[K", text(screen.frame()));
  }

  @Test
  void whatATerminalMaySpoilRightOfAnEmojiIsWrittenAgain() {
    DiffScreen screen = new DiffScreen(20, 1, TRAITS);
    screen.write(0, 0, "ab👍 after", CellStyle.PLAIN, 20);
    screen.frame();
    screen.write(2, 0, "👍🏽", CellStyle.PLAIN, 20);
    assertTrue(text(screen.frame()).endsWith("👍🏽\u001b[5G a"), text(screen.frame()));
  }

  @Test
  void longFramesAskToBeShownAtOnce() {
    DiffScreen screen = new DiffScreen(100, 4, TRAITS);
    screen.frame();
    screen.write(0, 0, "y".repeat(90), CellStyle.PLAIN, 100);
    String frame = text(screen.frame());
    assertTrue(frame.startsWith("\u001b[?2026h") && frame.endsWith("\u001b[?2026l"));
  }

  @Test
  void coloursAreFittedToTheDepth() {
    CellStyle style = CellStyle.of(Colour.rgb(255, 0, 0), Colour.indexed(244), Attribute.BOLD);
    assertEquals("1;38;2;255;0;0;48;5;244", styleAt(ColourDepth.TRUE_COLOUR, style));
    assertEquals("1;38;5;196;48;5;244", styleAt(ColourDepth.TWO_FIFTY_SIX, style));
    assertEquals("1;91;100", styleAt(ColourDepth.SIXTEEN, style));
    assertEquals("1", styleAt(ColourDepth.NONE, style));
  }

  private static String styleAt(ColourDepth depth, CellStyle style) {
    DiffScreen screen = new DiffScreen(10, 2, TRAITS.withDepth(depth));
    VirtualTerminal terminal = started(10, 2);
    screen.write(0, 0, "a", style, 10);
    write(screen.frame(), terminal);
    return terminal.at(0, 0).style();
  }

  @Test
  void theEnvironmentTellsTheDepth() {
    assertEquals(ColourDepth.NONE, ColourDepth.from(Map.of("NO_COLOR", "1", "COLORTERM", "truecolor")));
    assertEquals(ColourDepth.TRUE_COLOUR, ColourDepth.from(Map.of("COLORTERM", "truecolor", "NO_COLOR", "")));
    assertEquals(ColourDepth.TWO_FIFTY_SIX, ColourDepth.from(Map.of("TERM", "screen-256color")));
    assertEquals(ColourDepth.SIXTEEN, ColourDepth.from(Map.of("TERM", "xterm")));
    assertEquals(ColourDepth.NONE, ColourDepth.from(Map.of("TERM", "vt100")));
  }

  @Test
  void withoutUnicodeOnlyAsciiGoesOut() {
    DiffScreen screen = new DiffScreen(10, 1, new TerminalTraits(ColourDepth.SIXTEEN, false, true));
    screen.write(0, 0, "aé日b", CellStyle.PLAIN, 10);
    assertTrue(text(screen.frame()).contains("a?? b"));
  }

  private static VirtualTerminal started(int columns, int rows) {
    VirtualTerminal terminal = new VirtualTerminal(columns, rows);
    terminal.write(TerminalModes.START, 0, TerminalModes.START.length);
    return terminal;
  }

  private static void write(Frame frame, VirtualTerminal terminal) {
    terminal.write(frame.bytes(), frame.offset(), frame.length());
  }

  private static String text(Frame frame) {
    return new String(frame.bytes(), frame.offset(), frame.length(), StandardCharsets.UTF_8);
  }

  private static void assertSame(DiffScreen screen, VirtualTerminal terminal, String when) {
    for (int row = 0; row < screen.rows(); row++) {
      for (int column = 0; column < screen.columns(); column++) {
        Cell cell = screen.cell(column, row);
        VirtualTerminal.Spot spot = terminal.at(column, row);
        String where = when + ", column " + column + ", row " + row;
        assertEquals(cell.text(), spot.text(), where);
        if (!cell.blank() || !cell.style().erasable()) {
          assertEquals(codes(cell.style()), spot.style(), where);
        } else {
          assertEquals(codes(CellStyle.PLAIN.on(cell.style().background())), background(spot.style()), where);
        }
      }
    }
    assertEquals(screen.getCursorPosition() != null, terminal.cursorVisible(), when);
    if (terminal.cursorVisible()) {
      assertEquals(screen.getCursorPosition().getColumn(), terminal.cursorColumn(), when);
      assertEquals(screen.getCursorPosition().getRow(), terminal.cursorRow(), when);
    }
  }

  private static String codes(CellStyle style) {
    byte[] change = new StyleCodes(ColourDepth.TRUE_COLOUR).change(CellStyle.PLAIN, style);
    String sequence = new String(change, StandardCharsets.US_ASCII);
    return sequence.isEmpty() ? "" : sequence.substring(2, sequence.length() - 1);
  }

  /// The part of a style that a blank shows.
  private static String background(String style) {
    int at = style.indexOf("48;");
    if (at >= 0) {
      return style.substring(at);
    }
    int named = style.lastIndexOf("104");
    return named >= 0 ? "104" : "";
  }
}
