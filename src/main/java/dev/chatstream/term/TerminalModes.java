package dev.chatstream.term;

import java.util.Arrays;
import java.util.Map;

/// The sequences that take the terminal over and give it back.
final class TerminalModes {

  /// Alternate screen, no automatic wrap (a row never spills into the next), bracketed paste, the wheel as arrows,
  /// and keys that say Shift-Enter where the kitty protocol is known.
  static final byte[] START = Frame.ascii("\u001b[?1049h\u001b[?7l\u001b[?2004h\u001b[?1007s\u001b[?1007h\u001b[>1u");

  /// The reverse. The wheel stays as it is: it acts on alternate screens only, and most terminals have it on.
  static final byte[] STOP =
      Frame.ascii(
          "\u001b[<u\u001b[?1006l\u001b[?1000l\u001b[?2004l\u001b[?1007r\u001b[?7h\u001b[m\u001b[?25h\u001b[?1049l");

  /// Keys that say Shift-Enter where xterm's modifyOtherKeys is known; in tmux only with `extended-keys on`. Others
  /// would print it or underline by it, so it goes to those alone whose name says that they know it.
  private static final byte[] OTHER_KEYS = Frame.ascii("\u001b[>4;1m");
  private static final byte[] NO_OTHER_KEYS = Frame.ascii("\u001b[>4m");

  private TerminalModes() {}

  /// What takes the terminal of this environment over.
  static byte[] start(Map<String, String> environment) {
    return knowsOtherKeys(environment) ? joined(START, OTHER_KEYS) : START;
  }

  /// What gives it back.
  static byte[] stop(Map<String, String> environment) {
    return knowsOtherKeys(environment) ? joined(NO_OTHER_KEYS, STOP) : STOP;
  }

  private static boolean knowsOtherKeys(Map<String, String> environment) {
    String name = environment.getOrDefault("TERM", "");
    return name.startsWith("xterm") || name.startsWith("tmux") || environment.containsKey("TMUX");
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
