package dev.chatstream.ui.markdown;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.text.WrappedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Text of several inks while it is being put together, and its lines once it is wrapped. Harmless at any time: a
/// parser makes characters of entities, too.
final class InkedText {

  private final StringBuilder text = new StringBuilder();
  private int[] ends = new int[8];
  private Ink[] inks = new Ink[8];
  private int runs;

  /// Adds a piece; its line ends are kept.
  void append(String piece, Ink ink) {
    String harmless = Sanitizer.lines(piece);
    if (harmless.isEmpty()) {
      return;
    }
    text.append(harmless);
    if (runs > 0 && inks[runs - 1].looksLike(ink)) {
      ends[runs - 1] = text.length();
      return;
    }
    if (runs == ends.length) {
      ends = Arrays.copyOf(ends, runs * 2);
      inks = Arrays.copyOf(inks, runs * 2);
    }
    inks[runs] = ink;
    ends[runs++] = text.length();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /// Columns of its widest line.
  int columns() {
    int widest = 0;
    for (String line : text.toString().split("\n", -1)) {
      widest = Math.max(widest, DisplayWidth.of(line));
    }
    return widest;
  }

  /// Its lines, broken at spaces where there are any.
  List<Line> wrapped(int width) {
    String whole = text.toString();
    WrappedText wrapped = WrappedText.of(whole, width);
    List<Line> lines = new ArrayList<>(wrapped.lines());
    for (int line = 0; line < wrapped.lines(); line++) {
      int start = wrapped.start(line);
      int end = wrapped.end(line);
      lines.add(slice(whole, start, end > start && whole.charAt(end - 1) == '\n' ? end - 1 : end));
    }
    return lines;
  }

  private Line slice(String whole, int from, int to) {
    List<Line.Run> parts = new ArrayList<>();
    int found = Arrays.binarySearch(ends, 0, runs, from + 1);
    int at = from;
    for (int run = found < 0 ? -found - 1 : found; run < runs && at < to; run++) {
      int end = Math.min(to, ends[run]);
      parts.add(new Line.Run(whole.substring(at, end), inks[run]));
      at = end;
    }
    return Line.of(parts);
  }
}
