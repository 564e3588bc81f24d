package dev.chatstream.term;

/// Columns that text takes on the screen. A cluster takes 0 (a mark that stands alone), 1 or 2.
public final class DisplayWidth {

  private static final int VARIATION_EMOJI = 0xFE0F;
  private static final int VARIATION_TEXT = 0xFE0E;

  /// First and last code points of what East Asian Width calls wide or fullwidth, emoji excepted.
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3,
    0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18CFF, 0x1AFF0, 0x1B2FF,
    0x1F200, 0x1F265, 0x20000, 0x3FFFD
  };

  private DisplayWidth() {}

  /// Columns of the whole text.
  public static int of(String text) {
    return of(text, 0, text.length());
  }

  /// Columns of a part of the text; both ends lie between clusters.
  public static int of(CharSequence text, int from, int to) {
    int columns = 0;
    int at = from;
    while (at < to) {
      int end = Math.min(to, Graphemes.next(text, at));
      columns += cluster(text, at, end);
      at = end;
    }
    return columns;
  }

  /// The index after as many clusters of the text, from its start, as fit into the columns.
  public static int end(String text, int columns) {
    int at = 0;
    int left = columns;
    while (at < text.length()) {
      int end = Graphemes.next(text, at);
      left -= cluster(text, at, end);
      if (left < 0) {
        return at;
      }
      at = end;
    }
    return at;
  }

  /// Columns of one cluster.
  static int cluster(CharSequence text, int from, int to) {
    char first = text.charAt(from);
    if (to - from == 1 && first < 0x300) {
      return first >= ' ' && first < 0x7F || first >= 0xA0 && first != 0xAD ? 1 : 0;
    }
    int base = Character.codePointAt(text, from);
    int columns = codePoint(base);
    boolean picture = Character.isEmoji(base);
    for (int at = from + Character.charCount(base); at < to;) {
      int code = Character.codePointAt(text, at);
      if (code == VARIATION_TEXT && !wide(base)) {
        columns = 1;
      } else if (code == VARIATION_EMOJI && picture) {
        columns = 2;
      } else if (code != VARIATION_EMOJI && code != VARIATION_TEXT) {
        columns += codePoint(code);
      }
      at += Character.charCount(code);
    }
    return Math.min(2, columns);
  }

  /// Columns that a cluster takes in a terminal that shows its parts one by one.
  static int inParts(String cluster) {
    int columns = 0;
    for (int at = 0; at < cluster.length();) {
      int code = cluster.codePointAt(at);
      columns += Graphemes.isRegional(code) ? 2 : codePoint(code);
      at += Character.charCount(code);
    }
    return columns;
  }

  private static int codePoint(int code) {
    if (Graphemes.isExtending(code) || Hangul.isVowel(code) || Hangul.isTail(code) || formatting(code)) {
      return Character.isEmojiModifier(code) ? 2 : 0;
    }
    return !Graphemes.isRegional(code) && (wide(code) || Character.isEmojiPresentation(code)) ? 2 : 1;
  }

  private static boolean formatting(int code) {
    int type = Character.getType(code);
    return type == Character.FORMAT || type == Character.CONTROL;
  }

  private static boolean wide(int code) {
    if (code < WIDE[0]) {
      return false;
    }
    for (int range = 0; range < WIDE.length && code >= WIDE[range]; range += 2) {
      if (code <= WIDE[range + 1]) {
        return true;
      }
    }
    return false;
  }
}
