package dev.chatstream.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineFormatTest {

  private static final String HEAD = "2026-11-23 10:15:30,007 - ChatStore - WARN - save:42 - ";

  private static LogLine line(String message) {
    LocalDateTime time = LocalDateTime.of(2026, 11, 23, 10, 15, 30, 7_999_999);
    return new LogLine(
        time.atZone(ZoneId.systemDefault()).toInstant(), "ChatStore", LogLevel.WARN, "save", 42, message);
  }

  @Test
  void aRecordIsOneLineOfTheDocumentedForm() {
    assertEquals(HEAD + "disk - full\n", LineFormat.render(line("disk - full")));
  }

  @Test
  void aLineReadsBackAsTheRecordItWas() {
    LogLine read = LineFormat.parse(HEAD + "disk - full").orElseThrow();
    assertEquals("disk - full", read.message());
    assertEquals(LogLevel.WARN, read.level());
    assertEquals("save", read.method());
    assertEquals(42, read.line());
    assertEquals(HEAD + "disk - full\n", LineFormat.render(read));
  }

  @Test
  void anUnknownPlaceStaysUnknown() {
    LogLine unknown = new LogLine(line("").time(), "A", LogLevel.INFO, "", -1, "x");
    String text = LineFormat.render(unknown).strip();
    assertTrue(text.endsWith(" - A - INFO - ?:0 - x"), text);
    LogLine read = LineFormat.parse(text).orElseThrow();
    assertEquals("", read.method());
    assertEquals(-1, read.line());
  }

  @Test
  void aMessageThatLooksLikeARecordStaysPartOfItsOwn() {
    String forged = "a\n" + HEAD + "forged";
    assertEquals(HEAD + "a\n" + HEAD + "  | " + HEAD + "forged\n", LineFormat.render(line(forged)));
  }

  @Test
  void controlsBecomeText() {
    String hostile = "\u001b[2J\u0007 a\tb \u009b1m \u202e \u2028 \ufeff \ud800 é 日本 😀\rx";
    assertEquals(
        HEAD + "\\u001b[2J\\u0007 a\\tb \\u009b1m \\u202e \\u2028 \\ufeff \\ud800 é 日本 😀\\rx\n",
        LineFormat.render(line(hostile)));
  }

  @Test
  void aHugeMessageIsCutAndSaysSo() {
    String rendered = LineFormat.render(line("x".repeat(100_000)));
    assertTrue(rendered.length() < 40_000);
    assertTrue(rendered.endsWith("  | ... cut: a message of 100000 characters\n"));
    String manyLines = LineFormat.render(line("y\n".repeat(5_000)));
    assertEquals(301, manyLines.lines().count());
  }

  @Test
  void anotherFormIsNoRecord() {
    for (String text : new String[] {
      "", "x", "2026-11-23 10:15:30,007", HEAD.substring(0, 40), "    at a.b.C", HEAD.replace("WARN", "LOUD"),
      HEAD.replace("2026-11", "2026-13"), HEAD.replace("save:42", "save"), HEAD.replace(":42", ":x")
    }) {
      assertEquals(Optional.empty(), LineFormat.parse(text), text);
    }
  }
}
