package dev.chatstream.term;

/// The sequences that take the terminal over and give it back.
final class TerminalModes {

  /// Alternate screen, no automatic wrap (a row never spills into the next), bracketed paste, the wheel as arrows,
  /// and keys that say Shift-Enter where the kitty protocol is known.
  static final byte[] START = Frame.ascii("\u001b[?1049h\u001b[?7l\u001b[?2004h\u001b[?1007s\u001b[?1007h\u001b[>1u");

  /// The reverse. The wheel stays as it is: it acts on alternate screens only, and most terminals have it on.
  static final byte[] STOP =
      Frame.ascii(
          "\u001b[<u\u001b[?1006l\u001b[?1000l\u001b[?2004l\u001b[?1007r\u001b[?7h\u001b[m\u001b[?25h\u001b[?1049l");

  private TerminalModes() {}
}
