package dev.chatstream.term;

import java.nio.charset.StandardCharsets;

/// One grapheme cluster in one style, as it stands in a column of the screen; immutable, kept by its [CellStyle].
/// A wide cell is followed by its style's [CellStyle#rightHalf()].
public final class Cell {

  private final String text;
  private final int width;
  private final CellStyle style;
  private final byte[] utf8;
  private final int spread;

  Cell(String text, int width, CellStyle style) {
    this.text = text;
    this.width = width;
    this.style = style;
    this.utf8 = text.getBytes(StandardCharsets.UTF_8);
    this.spread = Steady.text(text) ? 0 : Math.max(1, DisplayWidth.inParts(text) - width);
  }

  /// The grapheme cluster; empty for the right half of a wide cell.
  public String text() {
    return text;
  }

  /// Columns: 1 or 2, and 0 for the right half of a wide cell.
  public int width() {
    return width;
  }

  /// The colours and attributes.
  public CellStyle style() {
    return style;
  }

  /// What goes to the terminal; not to be changed.
  byte[] utf8() {
    return utf8;
  }

  boolean ascii() {
    return utf8.length == 1;
  }

  boolean blank() {
    return ascii() && utf8[0] == ' ';
  }

  /// True if every terminal moves its cursor by [#width()] after it; after others the cursor is placed anew.
  boolean steady() {
    return spread == 0;
  }

  /// Columns right of it that a terminal may spoil which takes it for wider; they are written again.
  int spread() {
    return spread;
  }

  /// True if both look the same; nearly always they are the same object.
  boolean same(Cell other) {
    return this == other || (style == other.style && width == other.width && text.equals(other.text));
  }

  @Override
  public String toString() {
    return text;
  }
}
