package dev.chatstream.core.doubles;

import java.text.Normalizer;
import java.util.Locale;

/// A text as it is compared: Unicode's compatibility form (NFKC), lower case, with one space for each run of spaces and
/// punctuation. `C#` and `C++` stay two: signs that stand for something are no punctuation.
public final class NormalText {

  private static final String SIGNS = "#%&@";
  private static final int ASCII = 0x80;

  /// What each ASCII character becomes; zero for what parts words.
  private static final char[] KEPT = new char[ASCII];

  static {
    for (char c = 0; c < ASCII; c++) {
      char lower = Character.toLowerCase(c);
      KEPT[c] = counts(lower) ? lower : 0;
    }
  }

  private NormalText() {}

  /// The normal form; empty only for a text of nothing but spaces.
  public static String of(String text) {
    String words = plain(text);
    if (words == null) {
      String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
      words = collapsed(folded, false);
    }
    // A text of punctuation alone is no other text of punctuation.
    return words.isEmpty() && !text.isEmpty()
        ? collapsed(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), true)
        : words;
  }

  /// That of a text of ASCII alone, which needs no tables; null for others.
  private static String plain(String text) {
    char[] out = new char[text.length()];
    int length = 0;
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        return null;
      }
      char kept = KEPT[c];
      if (kept == 0) {
        gap = true;
      } else {
        if (gap && length > 0) {
          out[length] = ' ';
          length++;
        }
        gap = false;
        out[length] = kept;
        length++;
      }
    }
    return new String(out, 0, length);
  }

  private static String collapsed(String text, boolean punctuationToo) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length();) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (counts(point) || punctuationToo && !blank(point)) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.appendCodePoint(point);
      } else {
        // What has no width parts no words.
        gap |= Character.getType(point) != Character.FORMAT;
      }
    }
    return out.toString();
  }

  private static boolean blank(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT;
  }

  private static boolean counts(int point) {
    if (point < ASCII) {
      return point >= 'a' && point <= 'z' || point >= '0' && point <= '9' || "$+<=>^`|~".indexOf(point) >= 0
          || SIGNS.indexOf(point) >= 0;
    }
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
          Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR, Character.CONTROL, Character.FORMAT ->
        false;
      default -> true;
    };
  }
}
