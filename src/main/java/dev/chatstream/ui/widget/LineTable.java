package dev.chatstream.ui.widget;

import dev.chatstream.ui.text.LineBreaker;
import java.util.Arrays;

/// Where the lines of a text begin that is edited anywhere. After an edit only the lines around it are broken anew: as
/// soon as a line begins where one began before, the rest is as it was and only moves.
final class LineTable {

  private static final int FIRST_SIZE = 16;

  /// A line's break depends on the line after it at most, and a sign that joins the one before may make that narrower.
  private static final int LINES_BEFORE = 2;

  private final CharSequence text;
  private final Folds folds;
  private int width = 1;
  private int[] starts = new int[FIRST_SIZE];
  private int lines = 1;
  private long broken;

  /// The lines of this text, which is empty yet.
  LineTable(CharSequence text, Folds folds) {
    this.text = text;
    this.folds = folds;
  }

  /// Breaks all lines for this width.
  void setWidth(int columns) {
    width = columns;
    lines = 1;
    for (int at = next(0); at >= 0; at = next(at)) {
      add(at);
    }
  }

  int width() {
    return width;
  }

  /// How many lines there are; at least 1.
  int lines() {
    return lines;
  }

  /// How many characters were looked at to break lines, ever; for tests of what an edit costs.
  long broken() {
    return broken;
  }

  /// Where a line starts.
  int start(int line) {
    return starts[line];
  }

  /// Where a line ends, its line end included.
  int end(int line) {
    return line + 1 < lines ? starts[line + 1] : text.length();
  }

  /// The line that holds this place.
  int lineAt(int place) {
    int found = Arrays.binarySearch(starts, 0, lines, place);
    return found >= 0 ? found : -found - 2;
  }

  /// The text was changed: at `from`, so many characters taken out and so many put in.
  void edited(int from, int removed, int inserted) {
    int first = Math.max(0, lineAt(from) - LINES_BEFORE);
    int[] old = starts;
    int oldLines = lines;
    int moved = inserted - removed;
    starts = Arrays.copyOf(old, old.length);
    lines = first + 1;
    int candidate = first + 1;
    for (int at = next(starts[first]); at >= 0; at = next(at)) {
      while (candidate < oldLines && (old[candidate] < from + removed || old[candidate] + moved < at)) {
        candidate++;
      }
      if (at >= from + inserted && candidate < oldLines && old[candidate] + moved == at) {
        addMoved(old, candidate, oldLines, moved);
        return;
      }
      add(at);
    }
  }

  private void addMoved(int[] old, int from, int to, int moved) {
    int wanted = lines + to - from;
    if (wanted > starts.length) {
      starts = Arrays.copyOf(starts, Math.max(wanted, starts.length * 2));
    }
    for (int line = from; line < to; line++) {
      starts[lines++] = old[line] + moved;
    }
  }

  private void add(int at) {
    if (lines == starts.length) {
      starts = Arrays.copyOf(starts, lines * 2);
    }
    starts[lines++] = at;
  }

  /// The start of the next line; a fold has a line of its own, with the line end that follows it.
  private int next(int from) {
    int length = text.length();
    if (folds.at(text, from)) {
      int end = from + Folds.LENGTH;
      boolean lineEnd = end < length && text.charAt(end) == '\n';
      broken += end - from;
      return lineEnd ? end + 1 : end < length ? end : -1;
    }
    int next = LineBreaker.next(text, from, length, width);
    int end = next < 0 ? length : next;
    broken += end - from;
    int fold = folds.first(text, from + 1, (int) Math.min(length, end + 2L * width));
    return fold < 0 ? next : beforeFold(from, fold);
  }

  /// What stands before a fold is broken as if the text ended there.
  private int beforeFold(int from, int fold) {
    int next = LineBreaker.next(text, from, fold, width);
    return next < 0 ? fold : next;
  }
}
