package dev.chatstream.core.find;

import java.text.Normalizer;
import java.util.Locale;

/// How text is compared in a search: without upper case, accents, and characters that nobody sees. Each code point is
/// folded by itself, so that a place in the folded text is a place in the text.
public final class Folding {

  /// Most of what is written in alphabets lies below this; what it becomes is worked out once.
  private static final int KNOWN = 0x2000;

  private static final int ASCII = 0x80;
  private static final String[] FOLDED = new String[KNOWN];

  private Folding() {}

  /// This text as it is compared.
  public static String fold(CharSequence text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int at = 0; at < text.length();) {
      int code = Character.codePointAt(text, at);
      folded.append(fold(code));
      at += Character.charCount(code);
    }
    return folded.toString();
  }

  /// What a code point is compared as; empty for marks and for what has no shape.
  static String fold(int code) {
    if (code >= KNOWN) {
      return plain(code) ? Character.toString(code) : made(code);
    }
    String known = FOLDED[code];
    if (known == null) {
      known = made(code);
      FOLDED[code] = known; // Two threads may both make it; it is the same.
    }
    return known;
  }

  /// What an ASCII character is compared as; other characters stay.
  static char ascii(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  static boolean isAscii(char c) {
    return c < ASCII;
  }

  /// Ideographs have neither case nor accents, and texts are full of them.
  private static boolean plain(int code) {
    return code >= 0x3400 && code <= 0x9FFF || code >= 0x20000 && code <= 0x2F7FF;
  }

  private static String made(int code) {
    if (code < ASCII) {
      return Character.toString(ascii((char) code));
    }
    String parts = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKD);
    String cased = parts.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(cased.length());
    cased.codePoints().filter(Folding::seen).forEach(kept::appendCodePoint);
    return kept.toString().replace('ς', 'σ');
  }

  private static boolean seen(int code) {
    int type = Character.getType(code);
    return type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK && type != Character.FORMAT;
  }
}
