package dev.chatstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTest {

  @Test
  void aRowToAPipeStaysOneLineWithItsCells() {
    assertEquals(
        "two\\nlines.json\t1\ta\\tb\\r\\\\n",
        Output.row(List.of("two\nlines.json", "1", "a\tb\r\\n"), false));
  }

  @Test
  void aRowToATerminalIsLeftToTheSanitizer() {
    assertEquals("a\\b\t1", Output.row(List.of("a\\b", "1"), true));
  }
}
