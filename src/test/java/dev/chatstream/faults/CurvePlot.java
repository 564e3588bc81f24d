package dev.chatstream.faults;

import java.util.List;
import java.util.Locale;

/// A small plot: what an append costs over the size of its file.
final class CurvePlot {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 260;
  private static final int LEFT = 60;
  private static final int BOTTOM = 40;
  private static final double MOST_MS = 0.4;
  private static final double BUDGET_MS = 0.3;
  private static final List<String> COLOURS = List.of("#0b6e99", "#b3541e");

  private CurvePlot() {}

  /// @param size of the last point; the points are evenly spaced from 0 on. A reply has a tenth of it
  static String svg(long size, List<String> names, List<double[]> curves) {
    StringBuilder svg = new StringBuilder(String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" "
            + "font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
        WIDTH, HEIGHT));
    text(svg, LEFT, 16, "#000", "an append beside the force, p50 in ms; budget 0.3");
    for (double tick = 0; tick <= MOST_MS + 1e-9; tick += 0.1) {
      String colour = Math.abs(tick - BUDGET_MS) < 1e-9 ? "#c00" : "#ccc";
      line(svg, y(tick), colour);
      text(svg, 24, y(tick) + 4, "#000", String.format(Locale.ROOT, "%.1f", tick));
    }
    text(svg, LEFT, HEIGHT - 12, "#000", "0");
    text(svg, WIDTH - 330, HEIGHT - 12, "#000", String.format(
        Locale.ROOT, "%,d rows; %,d records", size, size / 10));
    for (int i = 0; i < curves.size(); i++) {
      curve(svg, curves.get(i), COLOURS.get(i));
      text(svg, LEFT + 10 + 180 * i, 36, COLOURS.get(i), names.get(i));
    }
    return svg.append("</svg>\n").toString();
  }

  private static double y(double ms) {
    return HEIGHT - BOTTOM - Math.min(ms, MOST_MS) / MOST_MS * (HEIGHT - BOTTOM - 50);
  }

  private static void line(StringBuilder svg, double y, String colour) {
    svg.append(String.format(
        Locale.ROOT, "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n", LEFT, WIDTH - 10, y, y,
        colour));
  }

  private static void text(StringBuilder svg, double x, double y, String colour, String text) {
    svg.append(String.format(
        Locale.ROOT, "<text x=\"%.0f\" y=\"%.0f\" fill=\"%s\">%s</text>%n", x, y, colour, text));
  }

  private static void curve(StringBuilder svg, double[] values, String colour) {
    svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"").append(colour).append("\" points=\"");
    for (int i = 0; i < values.length; i++) {
      double x = LEFT + (WIDTH - 10.0 - LEFT) * i / (values.length - 1);
      svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(values[i])));
    }
    svg.append("\"/>\n");
  }
}
