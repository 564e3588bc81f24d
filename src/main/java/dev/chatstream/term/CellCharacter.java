package dev.chatstream.term;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.util.Collection;
import java.util.EnumSet;

/// A [Cell] as Lanterna's own graphics and windows see it, with the right text and width. Made only when asked for: the
/// constructor of `TextCharacter` loads a break iterator.
public final class CellCharacter extends TextCharacter {

  private static final long serialVersionUID = 1L;

  private final transient Cell cell;

  /// The view of this cell.
  @SuppressWarnings("deprecation")
  public CellCharacter(Cell cell) {
    super(
        ' ',
        LanternaCells.textColor(cell.style().foreground()),
        LanternaCells.textColor(cell.style().background()),
        LanternaCells.modifiers(cell.style()));
    this.cell = cell;
  }

  /// The cell itself.
  public Cell cell() {
    return cell;
  }

  /// The cluster; a space for the right half of a wide cell.
  @Override
  public String getCharacterString() {
    return cell.width() == 0 ? " " : cell.text();
  }

  @Override
  @Deprecated
  public char getCharacter() {
    return getCharacterString().charAt(0);
  }

  @Override
  public boolean is(char character) {
    return getCharacterString().equals(String.valueOf(character));
  }

  @Override
  public boolean isDoubleWidth() {
    return cell.width() == 2;
  }

  @Override
  public TextCharacter withCharacter(char character) {
    return LanternaCells.view(String.valueOf(character), cell.style());
  }

  @Override
  public TextCharacter withForegroundColor(TextColor colour) {
    return new CellCharacter(LanternaCells.restyled(cell, cell.style().in(LanternaCells.colour(colour))));
  }

  @Override
  public TextCharacter withBackgroundColor(TextColor colour) {
    return new CellCharacter(LanternaCells.restyled(cell, cell.style().on(LanternaCells.colour(colour))));
  }

  @Override
  public TextCharacter withModifier(SGR modifier) {
    EnumSet<SGR> modifiers = getModifiers();
    modifiers.add(modifier);
    return withModifiers(modifiers);
  }

  @Override
  public TextCharacter withoutModifier(SGR modifier) {
    EnumSet<SGR> modifiers = getModifiers();
    modifiers.remove(modifier);
    return withModifiers(modifiers);
  }

  @Override
  public TextCharacter withModifiers(Collection<SGR> modifiers) {
    CellStyle style = cell.style();
    return new CellCharacter(
        LanternaCells.restyled(cell, LanternaCells.style(style.foreground(), style.background(), modifiers)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellCharacter character && cell.same(character.cell);
  }

  @Override
  public int hashCode() {
    return 31 * cell.text().hashCode() + cell.style().hashCode();
  }

  @Override
  public String toString() {
    return "CellCharacter[" + cell + " " + cell.style() + "]";
  }
}
