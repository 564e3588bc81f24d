package dev.chatstream.term;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// The way to the terminal's clipboard: the sequence OSC 52 of xterm, and what it takes to bring it through a
/// multiplexer. Nothing of a text but its base64 goes out. Nobody answers, so whether it arrived can't be known.
public final class Clipboard {

  /// The longest text in bytes of UTF-8: its base64 stays below 100,000 characters, where terminals begin to drop it.
  public static final int LARGEST = 74_994;

  /// GNU screen passes strings of at most 256 bytes on in old versions.
  private static final int SCREEN_PIECE = 240;

  private static final String OSC = "\u001b]52;c;";
  private static final String BEL = "\u0007";
  private static final String DCS = "\u001bP";
  private static final String ST = "\u001b\\";

  /// What stands between this program and the terminal.
  enum Way {
    /// A terminal that has no clipboard.
    NONE,
    /// The terminal itself.
    PLAIN,
    /// A tmux that can be told by its own command.
    TMUX,
    /// A tmux on another machine.
    FAR_TMUX,
    /// GNU screen.
    SCREEN
  }

  private final Way way;

  private Clipboard(Way way) {
    this.way = way;
  }

  /// The way from here.
  ///
  /// @param environment as of the process: TERM, TMUX, STY
  public static Clipboard of(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    if (!environment.getOrDefault("TMUX", "").isEmpty()) {
      return new Clipboard(Way.TMUX);
    }
    if (!environment.getOrDefault("STY", "").isEmpty() || term.startsWith("screen")) {
      return new Clipboard(Way.SCREEN);
    }
    if (term.startsWith("tmux")) {
      return new Clipboard(Way.FAR_TMUX);
    }
    boolean none = term.isEmpty() || term.equals("dumb") || term.equals("linux") || term.startsWith("vt");
    return new Clipboard(none ? Way.NONE : Way.PLAIN);
  }

  /// Whether there is any.
  public boolean exists() {
    return way != Way.NONE;
  }

  /// Whether tmux can be handed the text by its own command, which works however it is set up.
  boolean byTmux() {
    return way == Way.TMUX;
  }

  /// The bytes that put a text there. In tmux both forms are sent, as its settings say which of them it takes: its own,
  /// and the one that it passes on unread. A TERM of `screen` on another machine may also mean a tmux; that drops the
  /// pieces. It would read the plain form, but GNU screen shows as text what is longer than its strings.
  byte[] sequence(byte[] text) {
    String base64 = Base64.getEncoder().encodeToString(text);
    String plain = OSC + base64 + BEL;
    String all = switch (way) {
      case NONE -> "";
      case PLAIN -> plain;
      case TMUX, FAR_TMUX -> plain + DCS + "tmux;\u001b" + plain + ST;
      case SCREEN -> inPieces(plain);
    };
    return all.getBytes(StandardCharsets.US_ASCII);
  }

  private static String inPieces(String sequence) {
    StringBuilder pieces = new StringBuilder();
    for (int from = 0; from < sequence.length(); from += SCREEN_PIECE) {
      String piece = sequence.substring(from, Math.min(sequence.length(), from + SCREEN_PIECE));
      pieces.append(DCS).append(piece).append(ST);
    }
    return pieces.toString();
  }
}
