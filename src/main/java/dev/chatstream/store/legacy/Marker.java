package dev.chatstream.store.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line that looks like the beginning of a row of the original program's lists: `3. User Query - text`.
///
/// @param line its number, from 1
/// @param begin where the line begins in the text
/// @param content where its text begins, after the dash
/// @param index the number before the dot
/// @param user whether it is a question, else an answer
/// @param afterBlank whether the line before it is blank
/// @param head a hash of the line, to know a copy of it
record Marker(long line, int begin, int content, long index, boolean user, boolean afterBlank, int head) {

  private static final Pattern ROW =
      Pattern.compile("(\\d{1,18})\\. (User Query|Assistant Response) -(?: .*)?", Pattern.DOTALL);

  /// All lines of this form, in order.
  static List<Marker> of(String text) {
    List<Marker> markers = new ArrayList<>();
    Matcher matcher = ROW.matcher(text);
    boolean blank = false;
    long line = 1;
    for (int begin = 0; begin < text.length(); line++) {
      int newline = text.indexOf('\n', begin);
      int end = newline < 0 ? text.length() : newline;
      boolean digit = begin < end && text.charAt(begin) >= '0' && text.charAt(begin) <= '9';
      if (digit && matcher.region(begin, trimmed(text, begin, end)).matches()) {
        markers.add(of(matcher, text, line, blank));
      }
      blank = trimmed(text, begin, end) == begin;
      begin = end + 1;
    }
    return markers;
  }

  private static Marker of(Matcher found, String text, long line, boolean blank) {
    int content = Math.min(found.end(2) + " - ".length(), found.end());
    return new Marker(
        line,
        found.start(),
        content,
        Long.parseLong(found.group(1)),
        found.group(2).startsWith("User"),
        blank,
        text.substring(found.start(), found.end()).hashCode());
  }

  /// The end of a line without the carriage return that may stand there.
  private static int trimmed(String text, int begin, int end) {
    return end > begin && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }
}
