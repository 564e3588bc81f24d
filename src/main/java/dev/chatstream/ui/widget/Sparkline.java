package dev.chatstream.ui.widget;

import dev.chatstream.ui.theme.Glyphs;
import java.util.List;

/// A row of figures as a curve, one column each. Each step up is the same factor, because times of a disk lie between
/// microseconds and seconds.
public final class Sparkline {

  private Sparkline() {}

  /// The last figures, as many as there are columns; all the same height where they are all the same.
  ///
  /// @param figures oldest first, 0 or more
  public static String of(List<Long> figures, int columns, Glyphs glyphs) {
    List<Long> shown = figures.subList(Math.max(0, figures.size() - Math.max(0, columns)), figures.size());
    double least = shown.stream().mapToDouble(Sparkline::height).min().orElse(0);
    double most = shown.stream().mapToDouble(Sparkline::height).max().orElse(0);
    StringBuilder curve = new StringBuilder();
    for (long figure : shown) {
      curve.append(glyphs.step(most > least ? (height(figure) - least) / (most - least) : 0));
    }
    return curve.toString();
  }

  private static double height(long figure) {
    return Math.log1p(figure);
  }
}
