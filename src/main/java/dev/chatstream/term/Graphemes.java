package dev.chatstream.term;

/// Grapheme clusters: what a person calls one character. Follows UAX #29 as far as terminals do, from the character
/// data that the JDK has loaded anyway; its break iterator and `\X` would cost the first frame several milliseconds.
///
/// Left out on purpose: prepended signs and conjuncts of Indic scripts, which terminals show piece by piece.
public final class Graphemes {

  /// Longer clusters are cut: nothing that a script needs is longer, and a pile of marks must not flood a cell.
  static final int LONGEST = 32;

  static final int ZWJ = 0x200D;
  private static final int TAG_FIRST = 0xE0020;
  private static final int TAG_LAST = 0xE007F;

  private Graphemes() {}

  /// The index after the cluster that starts at `from`, which is less than the length of the text: callers look first.
  public static int next(CharSequence text, int from) {
    int end = from + 1;
    if (text.charAt(from) < 0x300 && (end == text.length() || text.charAt(end) < 0x300)) {
      return end;
    }
    int previous = Character.codePointAt(text, from);
    end = from + Character.charCount(previous);
    boolean pictures = Character.isExtendedPictographic(previous);
    boolean evenFlags = false;
    while (end < text.length() && end - from < LONGEST) {
      int code = Character.codePointAt(text, end);
      if (!joins(previous, code, pictures, evenFlags)) {
        break;
      }
      evenFlags = isRegional(code);
      pictures &= isExtending(code) || Character.isExtendedPictographic(code);
      previous = code;
      end += Character.charCount(code);
    }
    return end;
  }

  /// The index at which the cluster starts that ends at `to`, which is more than 0. Looks at one line at most.
  public static int previous(CharSequence text, int to) {
    int start = to - 1;
    while (start > 0 && text.charAt(start) >= 0x300 && to - start < 4 * LONGEST) {
      start--;
    }
    int next = next(text, start);
    while (next < to) {
      start = next;
      next = next(text, start);
    }
    return start;
  }

  private static boolean joins(int previous, int code, boolean pictures, boolean evenFlags) {
    if (isControl(previous) || isControl(code)) {
      return false;
    }
    return isExtending(code)
        || Character.getType(code) == Character.COMBINING_SPACING_MARK
        || (previous == ZWJ && pictures && Character.isExtendedPictographic(code))
        || (isRegional(previous) && isRegional(code) && !evenFlags)
        || Hangul.joins(previous, code);
  }

  /// True for marks, joiners, variation selectors, skin tones and tags: they belong to what stands before them.
  static boolean isExtending(int code) {
    if (code < 0x300) {
      return false;
    }
    int type = Character.getType(code);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || code == ZWJ
        || Character.isEmojiModifier(code)
        || (code >= TAG_FIRST && code <= TAG_LAST);
  }

  static boolean isRegional(int code) {
    return code >= 0x1F1E6 && code <= 0x1F1FF;
  }

  private static boolean isControl(int code) {
    return code < ' ' || (code >= 0x7F && code < 0xA0);
  }
}
