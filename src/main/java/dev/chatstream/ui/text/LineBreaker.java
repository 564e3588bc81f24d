package dev.chatstream.ui.text;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Graphemes;

/// Where the next line begins: at a line end, else at a space, else where the width is full. A line depends on nothing
/// before it, and on the text after it only as far as it would reach without its break.
public final class LineBreaker {

  private LineBreaker() {}

  /// The start of the line after the one that starts at `from`; -1 when the text ends within this one.
  ///
  /// @param to the end of the text
  /// @param width columns of a line; at least 1
  public static int next(CharSequence text, int from, int to, int width) {
    int at = from;
    int columns = 0;
    int afterSpace = -1;
    while (at < to) {
      char c = text.charAt(at);
      if (c == '\n') {
        return at + 1;
      }
      boolean plain = c < 0x7F && (at + 1 == to || text.charAt(at + 1) < 0x7F);
      int next = plain ? at + 1 : Math.min(to, Graphemes.next(text, at));
      int wide = c < 0x7F && next == at + 1 ? 1 : DisplayWidth.of(text, at, next);
      boolean space = c == ' ' && next == at + 1;
      if (columns + wide > width && columns > 0 && !space) {
        return afterSpace > from ? afterSpace : at;
      }
      columns += wide;
      at = next;
      if (space || wide == 2) {
        afterSpace = at;
      }
    }
    return -1;
  }
}
