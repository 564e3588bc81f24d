package dev.chatstream.ui.theme;

/// The signs for lines and bars: all one column wide, all in the font of any terminal that takes UTF-8, or ASCII.
public enum Glyphs {
  UNICODE("─", "│", "┌", "┐", "└", "┘", "·", "█", "░", "…", "•", "▌", "▁▂▃▄▅▆▇█"),
  ASCII("-", "|", "+", "+", "+", "+", "-", "#", ".", "~", "*", "|", "_.:-=+*#");

  private final String horizontal;
  private final String vertical;
  private final String topLeft;
  private final String topRight;
  private final String bottomLeft;
  private final String bottomRight;
  private final String dot;
  private final String full;
  private final String empty;
  private final String more;
  private final String bullet;
  private final String mark;
  private final String steps;

  Glyphs(
      String horizontal,
      String vertical,
      String topLeft,
      String topRight,
      String bottomLeft,
      String bottomRight,
      String dot,
      String full,
      String empty,
      String more,
      String bullet,
      String mark,
      String steps) {
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.topLeft = topLeft;
    this.topRight = topRight;
    this.bottomLeft = bottomLeft;
    this.bottomRight = bottomRight;
    this.dot = dot;
    this.full = full;
    this.empty = empty;
    this.more = more;
    this.bullet = bullet;
    this.mark = mark;
    this.steps = steps;
  }

  /// A horizontal line.
  public String horizontal() {
    return horizontal;
  }

  /// A horizontal line of this many columns.
  public String line(int columns) {
    return horizontal.repeat(Math.max(0, columns));
  }

  /// A vertical line.
  public String vertical() {
    return vertical;
  }

  /// A corner.
  public String topLeft() {
    return topLeft;
  }

  /// A corner.
  public String topRight() {
    return topRight;
  }

  /// A corner.
  public String bottomLeft() {
    return bottomLeft;
  }

  /// A corner.
  public String bottomRight() {
    return bottomRight;
  }

  /// What parts the pieces of a status line.
  public String dot() {
    return dot;
  }

  /// What a text ends in that was too long.
  public String more() {
    return more;
  }

  /// What stands before an entry of a list.
  public String bullet() {
    return bullet;
  }

  /// What stands in the margin of what is selected.
  public String mark() {
    return mark;
  }

  /// A step of a curve, one of eight.
  ///
  /// @param share how high, from 0 to 1
  public char step(double share) {
    return steps.charAt((int) Math.round(Math.clamp(share, 0.0, 1.0) * (steps.length() - 1)));
  }

  /// A bar of this many columns, filled to this share (0 to 1).
  public String bar(int columns, double share) {
    int filled = (int) Math.round(Math.clamp(share, 0.0, 1.0) * columns);
    return full.repeat(filled) + empty.repeat(columns - filled);
  }
}
