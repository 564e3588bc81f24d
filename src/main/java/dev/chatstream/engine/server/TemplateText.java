package dev.chatstream.engine.server;

/// Carries any text through the binding's template call unharmed. That call returns its text through JNI's
/// NewStringUTF, which takes characters beyond U+FFFF for garbage, loses as many bytes at the end, and stops at U+0000.
/// So those go as pairs from the private-use area, and that area's own characters are escaped: a bijection.
final class TemplateText {
  private static final char HIGH = '\uE000';
  private static final char LOW = '\uE400';
  private static final char ESCAPE = '\uE800';
  private static final char NUL = '\uF900';
  private static final int SHIFT = 0x1000;

  private TemplateText() {}

  /// Into characters that the call leaves alone.
  static String pack(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append((char) (HIGH + (c - Character.MIN_HIGH_SURROGATE)));
        out.append((char) (LOW + (text.charAt(++i) - Character.MIN_LOW_SURROGATE)));
      } else if (c >= HIGH && c <= ESCAPE) {
        out.append(ESCAPE).append((char) (c + SHIFT));
      } else if (c == 0) {
        out.append(ESCAPE).append(NUL);
      } else {
        // Half a pair has no UTF-8 form.
        out.append(Character.isSurrogate(c) ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }

  /// Back again.
  static String unpack(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= HIGH && c < LOW && i + 1 < text.length()) {
        out.append((char) (Character.MIN_HIGH_SURROGATE + (c - HIGH)));
        out.append((char) (Character.MIN_LOW_SURROGATE + (text.charAt(++i) - LOW)));
      } else if (c == ESCAPE && i + 1 < text.length()) {
        char escaped = text.charAt(++i);
        out.append(escaped == NUL ? '\0' : (char) (escaped - SHIFT));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
