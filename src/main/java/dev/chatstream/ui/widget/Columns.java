package dev.chatstream.ui.widget;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Sanitizer;

/// Text fitted to columns of the screen. What it is given may come from anywhere: it is made harmless here.
public final class Columns {

  private Columns() {}

  /// Cut or filled up at the right to exactly this many columns.
  public static String left(String text, int columns) {
    String cut = cut(text, columns);
    return cut + " ".repeat(Math.max(0, columns - DisplayWidth.of(cut)));
  }

  /// Cut or filled up at the left to exactly this many columns.
  public static String right(String text, int columns) {
    String cut = cut(text, columns);
    return " ".repeat(Math.max(0, columns - DisplayWidth.of(cut))) + cut;
  }

  /// Cut to at most this many columns.
  public static String cut(String text, int columns) {
    String harmless = Sanitizer.line(text);
    return harmless.substring(0, DisplayWidth.end(harmless, Math.max(0, columns)));
  }

  /// Cut to at most this many columns, the sign for more at the end when something is missing.
  public static String cut(String text, int columns, String more) {
    String harmless = Sanitizer.line(text);
    if (DisplayWidth.of(harmless) <= columns) {
      return harmless;
    }
    return cut(harmless, columns - 1) + more;
  }
}
