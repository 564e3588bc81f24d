package dev.chatstream.log;

/// Controls as text, so that a log file shown by any tool moves no cursor and hides nothing.
final class Visible {

  private Visible() {}

  /// Appends the text with each control, bidirectional mark, line separator, byte order mark and lone surrogate as
  /// `\` and its usual letter, or as `\` `u` and four digits.
  static void append(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (isHidden(c)) {
        out.append(name(c));
      } else {
        out.append(c);
      }
    }
  }

  private static boolean isHidden(char c) {
    return c < ' '
        || (c >= 0x7f && c < 0xa0)
        || c == 0x061c
        || (c >= 0x200e && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xfeff
        || Character.isSurrogate(c);
  }

  private static String name(char c) {
    return switch (c) {
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      default -> "\\u" + Integer.toHexString(0x10000 | c).substring(1);
    };
  }
}
