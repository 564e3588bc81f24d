package dev.chatstream.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.chatstream.term.ColourDepth;
import dev.chatstream.term.TerminalTraits;
import dev.chatstream.ui.theme.ThemeReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Themes of any bytes.
final class Themes {

  private Themes() {}

  static void read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    ThemeReader reader = new ThemeReader(
        new TerminalTraits(ColourDepth.TWO_FIFTY_SIX, true, true),
        name -> name.equals("mine") ? Optional.of(text) : Optional.empty());
    assertNotNull(reader.read("mine"));
    reader.warnings().forEach(warning -> assertNotNull(warning));
  }
}
