package dev.chatstream.core.find;

/// Cuts what stands around a place out of a text of any length.
public final class Quote {

  private static final int BEFORE = 24;
  private static final int LENGTH = 160;
  private static final String MORE = "... ";

  private Quote() {}

  /// Some characters around this place on one line; it looks at no more of the text than that.
  public static String of(CharSequence text, Span place) {
    int start = Math.max(0, place.start() - BEFORE);
    if (start > 0) {
      int word = start;
      while (word < place.start() && !Character.isWhitespace(text.charAt(word))) {
        word++;
      }
      start = word < place.start() ? word : whole(text, start);
    }
    int end = whole(text, Math.min(text.length(), start + LENGTH));
    String line = text.subSequence(start, Math.max(start, end)).toString().replaceAll("\\s+", " ").strip();
    return (start > 0 ? MORE : "") + line;
  }

  /// Not within a character of two halves.
  private static int whole(CharSequence text, int at) {
    boolean within = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return within ? at - 1 : at;
  }
}
