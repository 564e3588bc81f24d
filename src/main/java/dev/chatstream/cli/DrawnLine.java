package dev.chatstream.cli;

/// One line on the person's terminal that is drawn over: how far something is. Thread-safe.
final class DrawnLine {

  private static final int WIDTH = 79;

  private boolean drawn;

  /// Shows these words in the place of what stood there; what has no room is cut.
  synchronized void draw(String words) {
    drawn = true;
    Streams.drawOver(words.length() >= WIDTH ? words.substring(0, WIDTH) : words + " ".repeat(WIDTH - words.length()));
  }

  /// Takes the line away, so that a sentence can stand in its place.
  synchronized void wipe() {
    if (drawn) {
      drawn = false;
      Streams.drawOver(" ".repeat(WIDTH));
      Streams.drawOver("");
    }
  }
}
