package dev.chatstream.ui.text;

import java.util.Arrays;

/// Text as lines that fit a width, broken at spaces where there are any. Appending wraps again only from the start of
/// the last line, so a token costs the same however long the text is. The text must be harmless already.
public final class WrappedText {

  private static final int FIRST_SIZE = 16;
  private static final char FIRST_MARK = 0x300;

  private final StringBuilder text = new StringBuilder();
  private int width;
  private int[] starts = new int[FIRST_SIZE];
  private int lines = 1;

  /// An empty text.
  ///
  /// @param width columns of a line; at least 1
  public WrappedText(int width) {
    this.width = Math.max(1, width);
  }

  /// This text, wrapped.
  public static WrappedText of(String text, int width) {
    WrappedText wrapped = new WrappedText(width);
    wrapped.append(text);
    return wrapped;
  }

  /// Adds a piece at the end.
  ///
  /// @return the first line that may look different now
  public int append(String piece) {
    // A sign that joins the last character can make it narrower, so that it fits into the line before.
    boolean joins = !piece.isEmpty() && piece.charAt(0) >= FIRST_MARK;
    int first = Math.max(0, lines - (joins ? 2 : 1));
    text.append(piece);
    wrapFrom(first);
    return first;
  }

  /// Wraps to another width.
  public void setWidth(int columns) {
    int wanted = Math.max(1, columns);
    if (wanted != width) {
      width = wanted;
      wrapFrom(0);
    }
  }

  /// How many lines there are; at least 1.
  public int lines() {
    return lines;
  }

  /// How many characters (UTF-16) the text has.
  public int length() {
    return text.length();
  }

  /// A line without its line end.
  public String line(int number) {
    int start = start(number);
    int end = end(number);
    if (end > start && text.charAt(end - 1) == '\n') {
      end--;
    }
    return text.substring(start, end);
  }

  /// Where a line starts in the text.
  public int start(int number) {
    return starts[number];
  }

  /// Where a line ends in the text, its line end included.
  public int end(int number) {
    return number + 1 < lines ? starts[number + 1] : text.length();
  }

  /// The line that holds this place of the text.
  public int lineAt(int index) {
    int found = Arrays.binarySearch(starts, 0, lines, index);
    return found >= 0 ? found : -found - 2;
  }

  private void wrapFrom(int line) {
    lines = line + 1;
    int length = text.length();
    for (int at = next(starts[line], length); at >= 0; at = next(at, length)) {
      begin(at);
    }
  }

  private int next(int from, int length) {
    return LineBreaker.next(text, from, length, width);
  }

  private void begin(int at) {
    if (lines == starts.length) {
      starts = Arrays.copyOf(starts, lines * 2);
    }
    starts[lines++] = at;
  }
}
