package dev.chatstream.ui.export;

import dev.chatstream.ui.text.Words;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Durations as pictures in SVG, drawn with nothing but lines and letters.
final class DurationPlot {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 180;
  private static final int LEFT = 60;
  private static final int BOTTOM = 30;
  private static final int MOST_POINTS = 600;
  private static final int BUCKETS = 24;

  private DurationPlot() {}

  /// One after the other; of many, the longest of each few.
  ///
  /// @param millis at least one
  static String overRows(List<Long> millis) {
    int each = (millis.size() + MOST_POINTS - 1) / MOST_POINTS;
    int points = (millis.size() + each - 1) / each;
    long most = Math.max(1, Collections.max(millis));
    StringBuilder line = new StringBuilder();
    for (int point = 0; point < points; point++) {
      long longest = Collections.max(millis.subList(point * each, Math.min(millis.size(), (point + 1) * each)));
      double x = LEFT + (WIDTH - LEFT - 10.0) * point / Math.max(1, points - 1);
      line.append(number(x)).append(',').append(number(y((double) longest / most))).append(' ');
    }
    return svg("Duration of each answer, in the order of the rows",
        "<polyline fill=\"none\" stroke=\"#36c\" points=\"" + line.toString().strip() + "\"/>\n"
            + axis(time(most), "1", Words.grouped(millis.size())));
  }

  /// How many took how long.
  ///
  /// @param millis at least one
  static String histogram(List<Long> millis) {
    long least = Collections.min(millis);
    long most = Math.max(least + 1, Collections.max(millis));
    int[] counts = new int[BUCKETS];
    for (long one : millis) {
      counts[(int) Math.min(BUCKETS - 1L, BUCKETS * (one - least) / (most - least))]++;
    }
    int highest = 1;
    for (int count : counts) {
      highest = Math.max(highest, count);
    }
    StringBuilder bars = new StringBuilder();
    double wide = (WIDTH - LEFT - 10.0) / BUCKETS;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      double top = y((double) counts[bucket] / highest);
      bars.append("<rect fill=\"#36c\" x=\"").append(number(LEFT + bucket * wide)).append("\" y=\"").append(number(top))
          .append("\" width=\"").append(number(wide - 1)).append("\" height=\"").append(number(HEIGHT - BOTTOM - top))
          .append("\"/>\n");
    }
    return svg("How many answers took how long", bars + axis(Words.grouped(highest), time(least), time(most)));
  }

  private static double y(double share) {
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - 20);
  }

  private static String axis(String top, String from, String to) {
    int base = HEIGHT - BOTTOM;
    return "<line x1=\"" + LEFT + "\" y1=\"" + base + "\" x2=\"" + (WIDTH - 10) + "\" y2=\"" + base
        + "\" stroke=\"#888\"/>\n" + text(LEFT - 6, 24, "end", top) + text(LEFT - 6, base, "end", "0")
        + text(LEFT, HEIGHT - 10, "start", from) + text(WIDTH - 10, HEIGHT - 10, "end", to);
  }

  private static String text(int x, int y, String anchor, String words) {
    return "<text x=\"" + x + "\" y=\"" + y + "\" font-size=\"12\" text-anchor=\"" + anchor + "\">" + words
        + "</text>\n";
  }

  private static String svg(String title, String body) {
    return "<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\"><title>" + title + "</title>\n"
        + text(LEFT, 12, "start", title) + body + "</svg>\n";
  }

  private static String time(long millis) {
    return Words.time(millis * 1_000_000);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
