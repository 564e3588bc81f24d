package dev.chatstream.term;

import java.util.HashMap;
import java.util.Map;

/// Colours and attributes of cells. Equal styles are one object, so `==` compares them, and each keeps the cells that
/// were made in it. Themes have some dozens of styles; they are never dropped.
///
/// Only [#of] may be called from any thread; the cells belong to the UI thread.
public final class CellStyle {

  private static final Map<Key, CellStyle> ALL = new HashMap<>();
  private static final int KEPT_CELLS = 4096;

  /// The terminal's own colours, no attribute.
  public static final CellStyle PLAIN = of(Colour.DEFAULT, Colour.DEFAULT);

  /// Its own `equals` and `hashCode`: those that a record gets are spun together at run time, which takes 25 ms of the
  /// way to the first frame.
  private record Key(Colour foreground, Colour background, int attributes) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && attributes == key.attributes
          && foreground.equals(key.foreground)
          && background.equals(key.background);
    }

    @Override
    public int hashCode() {
      return (foreground.code() * 31 + background.code()) * 31 + attributes;
    }
  }

  private final Key key;
  private final int number;
  private final Cell rightHalf = new Cell("", 0, this);
  private final Cell[] ascii = new Cell[128];
  private final Map<String, Cell> others = new HashMap<>();

  private CellStyle(Key key, int number) {
    this.key = key;
    this.number = number;
  }

  /// The one style with these colours and attributes.
  public static CellStyle of(Colour foreground, Colour background, Attribute... attributes) {
    int bits = 0;
    for (Attribute attribute : attributes) {
      bits |= attribute.bit();
    }
    return of(new Key(foreground, background, bits));
  }

  private static CellStyle of(Key key) {
    synchronized (ALL) {
      CellStyle known = ALL.get(key);
      if (known == null) {
        known = new CellStyle(key, ALL.size());
        ALL.put(key, known);
      }
      return known;
    }
  }

  /// This style with one attribute more.
  public CellStyle with(Attribute attribute) {
    return of(new Key(key.foreground, key.background, key.attributes | attribute.bit()));
  }

  /// This style in another foreground.
  public CellStyle in(Colour foreground) {
    return of(new Key(foreground, key.background, key.attributes));
  }

  /// This style on another background.
  public CellStyle on(Colour background) {
    return of(new Key(key.foreground, background, key.attributes));
  }

  /// The colour of the text.
  public Colour foreground() {
    return key.foreground;
  }

  /// The colour behind the text.
  public Colour background() {
    return key.background;
  }

  /// Whether the attribute is on.
  public boolean has(Attribute attribute) {
    return (key.attributes & attribute.bit()) != 0;
  }

  /// A small number of its own, for tables indexed by style.
  int number() {
    return number;
  }

  /// True if a blank in this style looks like what the terminal leaves behind when it erases in this style.
  boolean erasable() {
    return !has(Attribute.UNDERLINE) && !has(Attribute.REVERSE) && !has(Attribute.CROSSED_OUT);
  }

  /// A space in this style.
  Cell blank() {
    return ascii(' ');
  }

  /// What stands right of the left half of a wide cell.
  Cell rightHalf() {
    return rightHalf;
  }

  /// The cell of a printable ASCII character.
  Cell ascii(char character) {
    Cell cell = ascii[character];
    if (cell == null) {
      cell = new Cell(String.valueOf(character), 1, this);
      ascii[character] = cell;
    }
    return cell;
  }

  /// The cell of a grapheme cluster that is harmless and takes one or two columns.
  Cell cell(String cluster, int width) {
    Cell cell = others.get(cluster);
    if (cell == null) {
      if (others.size() >= KEPT_CELLS) {
        others.clear();
      }
      cell = new Cell(cluster, width, this);
      others.put(cluster, cell);
    }
    return cell;
  }

  @Override
  public String toString() {
    return key.toString();
  }
}
