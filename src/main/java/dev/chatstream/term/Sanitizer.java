package dev.chatstream.term;

/// Makes text harmless where it goes to a terminal: controls, direction overrides, invisible characters and broken
/// surrogates go, an escape is shown as `␛`, tabs become spaces. What is stored and copied is never changed.
///
/// An instance takes a stream in pieces, cut anywhere, and gives the same text as the whole at once. One thread.
public final class Sanitizer {

  private static final int TAB = 4;
  private static final char ESCAPE_SIGN = '␛';
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder out = new StringBuilder();
  private final boolean keepLines;
  private char high;
  private boolean afterReturn;
  private int before;
  private boolean tagged;
  private int column;

  /// For a stream of several lines.
  public Sanitizer() {
    this(true);
  }

  private Sanitizer(boolean keepLines) {
    this.keepLines = keepLines;
  }

  /// The text as one harmless line; line ends become spaces.
  public static String line(String text) {
    return harmless(text, false) ? text : whole(text, false);
  }

  /// The text as harmless lines; CR and CRLF become LF.
  public static String lines(String text) {
    return harmless(text, true) ? text : whole(text, true);
  }

  private static String whole(String text, boolean keepLines) {
    Sanitizer sanitizer = new Sanitizer(keepLines);
    return sanitizer.next(text) + sanitizer.finish();
  }

  /// The harmless form of the next piece. Half a surrogate pair at its end waits for the next one.
  public String next(String piece) {
    out.setLength(0);
    for (int at = 0; at < piece.length(); at++) {
      unit(piece.charAt(at));
    }
    return out.toString();
  }

  /// What was still waiting at the end of the stream; often nothing.
  public String finish() {
    out.setLength(0);
    flushHigh();
    return out.toString();
  }

  private void unit(char c) {
    if (Character.isLowSurrogate(c) && high != 0) {
      int code = Character.toCodePoint(high, c);
      high = 0;
      codePoint(code);
      return;
    }
    flushHigh();
    if (Character.isHighSurrogate(c)) {
      high = c;
    } else {
      codePoint(Character.isLowSurrogate(c) ? REPLACEMENT : c);
    }
  }

  private void flushHigh() {
    if (high != 0) {
      high = 0;
      codePoint(REPLACEMENT);
    }
  }

  private void codePoint(int code) {
    boolean lineFeedOfPair = code == '\n' && afterReturn;
    afterReturn = code == '\r';
    if (lineFeedOfPair) {
      return;
    }
    switch (code) {
      case '\n', '\r', 0x85, 0x2028, 0x2029 -> lineEnd();
      case '\t' -> tab();
      case 0x1B -> put(ESCAPE_SIGN);
      default -> {
        if (shown(code)) {
          put(code);
        }
      }
    }
  }

  private void lineEnd() {
    put(keepLines ? '\n' : ' ');
    column = keepLines ? 0 : column;
  }

  private void tab() {
    int spaces = TAB - column % TAB;
    for (int space = 0; space < spaces; space++) {
      put(' ');
    }
  }

  private void put(int code) {
    out.appendCodePoint(code);
    column += Invisible.advances(code) ? 1 : 0;
    tagged = code == Invisible.BLACK_FLAG || (tagged && Invisible.isTag(code));
    before = Invisible.keepsPicture(code) ? before : code;
  }

  /// Joiners and tags count only inside an emoji; elsewhere they hide text in text.
  private boolean shown(int code) {
    if (code == Graphemes.ZWJ) {
      return Character.isExtendedPictographic(before);
    }
    if (Invisible.isTag(code)) {
      return tagged;
    }
    return !Invisible.dropped(code);
  }

  /// The quick answer for nearly all text: nothing in it needs a change.
  private static boolean harmless(String text, boolean keepLines) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean plain = c >= ' ' && c < 0x7F || c >= 0xA1 && c < 0x300 && c != 0xAD || c >= 0x3041 && c < 0xD7A4;
      if (!plain && !(keepLines && c == '\n')) {
        return false;
      }
    }
    return true;
  }
}
