package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.testing.Pilot;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading a chat: what was thought, what is selected, what is too wide.
class ReadingTest {

  @TempDir
  private Path home;
  private Pilot pilot;

  @BeforeEach
  void start() {
    pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8B", 8));
  }

  /// The rows of the screen that have the sign of what is selected.
  private List<String> marked() {
    return Arrays.stream(pilot.screen().split("\n"))
        .filter(row -> row.startsWith("▌"))
        .map(row -> row.substring(1).strip().replaceAll(" {2,}.*", ""))
        .toList();
  }

  @Test
  void thinkingIsFoldedWithItsSecondsAndItsLastLines() {
    pilot.ask("How?").thinks("First this.\nThen that, ", "and more.").pass(12);
    assertTrue(pilot.shows("thinking 12 s · Esc v opens"), pilot.screen());
    assertTrue(pilot.shows("Then that, and more."), pilot.screen());
    pilot.says("So.").pass(5).ends();
    assertTrue(pilot.shows("thought for 12 s · Esc v opens"), pilot.screen());
    assertFalse(pilot.shows("Then that"), pilot.screen());
    assertEquals(12_000_000_000L, pilot.state().chat().chat().conversation().getLast().metrics().thinkingNanos());
    pilot.press("Esc v");
    assertTrue(pilot.shows("thought for 12 s · Esc v folds"), pilot.screen());
    assertTrue(pilot.shows("First this.\n  Then that, and more.\n\n  So."), pilot.screen());
    pilot.press("Tab, v");
    assertTrue(pilot.shows("thought for 12 s · v opens"), pilot.screen());
  }

  @Test
  void openThinkingGrowsAndStaysOpenWhenTheAnswerIsThere() {
    pilot.ask("How?").thinks("First this.\n").press("Esc v").thinks("Then that.");
    assertTrue(pilot.shows("First this.\n  Then that."), pilot.screen());
    pilot.says("So.").ends();
    assertTrue(pilot.shows("First this.\n  Then that.\n\n  So."), pilot.screen());
  }

  @Test
  void aThoughtfulAnswerThatWasStoppedCanGoOn() {
    pilot.ask("How?").thinks("First this.").pass(3).says("So ").press("^C, Esc +");
    assertTrue(pilot.shows("thought for 0 s"), pilot.screen());
    pilot.says("far.").ends();
    assertTrue(pilot.shows("So far."), pilot.screen());
  }

  @Test
  void withoutThinkingTheKeySaysSo() {
    pilot.exchange("How?", "So.").press("Esc v");
    assertEquals("There is no thinking here.", pilot.lastRow());
  }

  @Test
  void theCursorGoesFromMessageToMessage() {
    pilot.exchange("One?", "First.").exchange("Two?", "Second.");
    assertEquals(List.of(), marked());
    pilot.press("Tab");
    assertEquals(List.of("4 qwen3:8b", "Second."), marked());
    pilot.press("k");
    assertEquals(List.of("3 You", "Two?"), marked());
    pilot.press("Up, Up, Up, Up");
    assertEquals(List.of("1 You", "One?"), marked());
    pilot.press("G");
    assertEquals(List.of("4 qwen3:8b", "Second."), marked());
    pilot.press("g, Down");
    assertEquals(List.of("2 qwen3:8b", "First."), marked());
    pilot.press("Esc");
    assertEquals(List.of(), marked());
  }

  @Test
  void theSecondLevelIsTheBlocksOfAMessage() {
    pilot.exchange("One?", "Look:\n\n- a\n- b\n\n```java\nint a;\n```\nDone.").press("Tab, Right");
    assertEquals(List.of("Look:"), marked());
    pilot.press("Down");
    assertEquals(List.of("• a", "• b"), marked());
    pilot.press("j");
    assertEquals(List.of("java", "int a;"), marked());
    pilot.press(")");
    assertEquals(List.of("Done."), marked());
    pilot.press("(, (, (, (");
    assertEquals(List.of("One?"), marked());
    pilot.press("Left");
    assertEquals(List.of("1 You", "One?"), marked());
  }

  @Test
  void aMessageHigherThanTheWindowIsGoneThroughAndNothingIsSkipped() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 60; i++) {
      rows.append("row ").append(i).append("\n\n");
    }
    pilot.exchange("One?", rows.toString()).exchange("Two?", "End.").press("Tab, g");
    assertEquals("1 You", marked().getFirst());
    pilot.press("Down");
    assertEquals("2 qwen3:8b", marked().getFirst());
    String last = "row 1";
    for (int i = 0; i < 12 && !marked().getFirst().equals("3 You"); i++) {
      assertTrue(pilot.shows(last), "nothing may be skipped: " + last);
      last = marked().reversed().stream().filter(row -> row.startsWith("row")).findFirst().orElseThrow();
      pilot.press("Down");
    }
    assertEquals(List.of("3 You", "Two?"), marked());
    assertEquals("row 60", last);
  }

  @Test
  void whatIsTooWideIsWrappedOrMovedSideways() {
    pilot.exchange("One?", "```\n" + "0123456789".repeat(12) + "\nshort\n```").press("Tab");
    assertTrue(pilot.shows("\n▌   456789"), pilot.screen());
    pilot.press("s");
    assertFalse(pilot.shows("\n▌   456789"), pilot.screen());
    assertTrue(pilot.shows("01234…"), pilot.screen());
    pilot.press("Right, Right");
    assertTrue(pilot.shows("▌ …9012345"), pilot.screen());
    pilot.press("Right, Right, Right");
    assertTrue(pilot.shows("6789\n"), pilot.screen());
    assertFalse(pilot.shows("89…\n"), pilot.screen());
    pilot.press("Left, Left, Left, Left, Left, Left");
    assertEquals("2 qwen3:8b", marked().getFirst());
    pilot.press("s");
    assertTrue(pilot.shows("\n▌   456789"), pilot.screen());
  }

  @Test
  void hostileTextInWhatWasThoughtIsHarmless() {
    pilot.ask("How?").thinks("a\u001b]52;c;x\u0007\u202eb").says("So.").ends().press("Esc v");
    assertTrue(pilot.shows("a␛]52;c;x"), pilot.screen());
  }
}
