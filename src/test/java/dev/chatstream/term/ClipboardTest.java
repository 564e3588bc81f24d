package dev.chatstream.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipboardTest {

  private static final String HOSTILE = "a\u001b]52;c;x\u0007\u001b\\b\u009cé\n";

  private static String sent(Map<String, String> environment, String text) {
    byte[] bytes = Clipboard.of(environment).sequence(text.getBytes(StandardCharsets.UTF_8));
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aTerminalGetsOneSequence() {
    assertEquals("\u001b]52;c;SGk=\u0007", sent(Map.of("TERM", "xterm-256color"), "Hi"));
  }

  @Test
  void tmuxGetsItsOwnFormAndTheOneThatItPassesOn() {
    String plain = "\u001b]52;c;SGk=\u0007";
    String both = plain + "\u001bPtmux;\u001b" + plain + "\u001b\\";
    assertEquals(both, sent(Map.of("TERM", "tmux-256color", "TMUX", "/tmp/socket,1,0"), "Hi"));
    assertEquals(both, sent(Map.of("TERM", "tmux-256color"), "Hi"));
  }

  @Test
  void screenGetsPiecesThatItDoesNotCut() {
    String text = "0123456789".repeat(100);
    String sent = sent(Map.of("TERM", "screen", "STY", "1.pts"), text);
    StringBuilder inner = new StringBuilder();
    for (String piece : sent.split("\u001b\\\\")) {
      assertTrue(piece.startsWith("\u001bP"));
      assertTrue(piece.length() < 250);
      inner.append(piece.substring(2));
    }
    String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    assertEquals("\u001b]52;c;" + base64 + "\u0007", inner.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dumb", "linux", "vt100", "vt220"})
  void someTerminalsHaveNone(String term) {
    assertFalse(Clipboard.of(Map.of("TERM", term)).exists());
    assertEquals("", sent(Map.of("TERM", term), "Hi"));
  }

  @Test
  void nothingOfATextButItsBase64GoesOut() {
    String sent = sent(Map.of("TERM", "xterm"), HOSTILE);
    String base64 = sent.substring("\u001b]52;c;".length(), sent.length() - 1);
    assertTrue(base64.matches("[A-Za-z0-9+/=]+"), base64);
    assertEquals(HOSTILE, new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
  }

  @Test
  void theLongestTextStaysBelowWhatTerminalsDrop() {
    assertTrue(sent(Map.of("TERM", "xterm"), "x".repeat(Clipboard.LARGEST)).length() <= 100_000);
  }
}
