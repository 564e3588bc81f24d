package dev.chatstream.ui.markdown;

/// The signs at the left edge of a line that begin a block.
final class Marks {

  private static final int DEEPEST_HEADING = 6;
  private static final int MOST_DIGITS = 9;
  private static final String SIGNS = "-=*+#>`~|:.)";

  private Marks() {}

  /// `#` to `######` and a space.
  static boolean heading(CharSequence text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == '#') {
      at++;
    }
    return at > start && at - start <= DEEPEST_HEADING && spaceAt(text, at, end);
  }

  /// `-`, `*`, `+` or a number with `.` or `)`, and a space.
  static boolean item(CharSequence text, int start, int end) {
    if (start == end) {
      return false;
    }
    char c = text.charAt(start);
    if (c == '-' || c == '*' || c == '+') {
      return spaceAt(text, start + 1, end);
    }
    int at = start;
    while (at < end && at - start < MOST_DIGITS && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    boolean delimiter = at > start && at < end && (text.charAt(at) == '.' || text.charAt(at) == ')');
    return delimiter && spaceAt(text, at + 1, end);
  }

  /// An entry of a list that ends a paragraph without a blank line: it has words, and a number is 1.
  static boolean interrupting(CharSequence text, int start, int end) {
    boolean first = !Character.isDigit(text.charAt(start))
        || text.charAt(start) == '1' && start + 1 < end && !Character.isDigit(text.charAt(start + 1));
    return first && item(text, start, end) && !only(text, start, end);
  }

  /// Whether the line has nothing but signs that may begin a block, and spaces; a line without anything has not.
  static boolean only(CharSequence text, int start, int end) {
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (SIGNS.indexOf(c) < 0 && !Character.isWhitespace(c) && (c < '0' || c > '9')) {
        return false;
      }
    }
    return start < end;
  }

  private static boolean spaceAt(CharSequence text, int at, int end) {
    return at < end && Character.isWhitespace(text.charAt(at));
  }
}
