package dev.chatstream.term;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The sequences that take the terminal over and give it back.
final class TerminalModes {

  /// Alternate screen, no automatic wrap (a row never spills into the next), bracketed paste, the wheel as arrows,
  /// and keys that say Shift-Enter where the kitty protocol is known.
  static final byte[] START = Frame.ascii("\u001b[?1049h\u001b[?7l\u001b[?2004h\u001b[?1007s\u001b[?1007h\u001b[>1u");

  /// The reverse. The wheel stays as it is: it acts on alternate screens only, and most terminals have it on.
  static final byte[] STOP =
      Frame.ascii(
          "\u001b[<u\u001b[?1006l\u001b[?1000l\u001b[?2004l\u001b[?1007r\u001b[?7h\u001b[m\u001b[?25h\u001b[?1049l");

  private static final byte[] MOUSE_ON = Frame.ascii("\u001b[?1000h\u001b[?1006h");
  private static final byte[] MOUSE_OFF = Frame.ascii("\u001b[?1006l\u001b[?1000l");

  private TerminalModes() {}

  static byte[] mouse(boolean on) {
    return on ? MOUSE_ON : MOUSE_OFF;
  }

  /// OSC 52: puts text into the clipboard of the person's terminal, if it allows that.
  static byte[] clipboard(String text) {
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return Frame.ascii("\u001b]52;c;" + encoded + "\u0007");
  }
}
