package dev.chatstream.term;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Between our cells, styles and colours and Lanterna's.
final class LanternaCells {

  /// Lanterna's constants, in the order of their numbers, with the default between the eight and the bright eight.
  private static final int ANSI_DEFAULT = 8;

  private LanternaCells() {}

  /// The cell of a character that any Lanterna component made; controls in it become harmless.
  static Cell cell(TextCharacter character) {
    if (character instanceof CellCharacter ours) {
      return ours.cell().width() == 0 ? ours.cell().style().blank() : ours.cell();
    }
    CellStyle style =
        style(
            colour(character.getForegroundColor()),
            colour(character.getBackgroundColor()),
            character.getModifiers());
    return cell(character.getCharacterString(), style);
  }

  static CellCharacter view(String text, CellStyle style) {
    return new CellCharacter(cell(text, style));
  }

  static Cell restyled(Cell cell, CellStyle style) {
    return cell.width() == 0 ? style.blank() : style.cell(cell.text(), cell.width());
  }

  private static Cell cell(String text, CellStyle style) {
    String harmless = Sanitizer.line(text);
    if (harmless.isEmpty()) {
      return style.blank();
    }
    String cluster = harmless.substring(0, Graphemes.next(harmless, 0));
    int width = DisplayWidth.of(cluster);
    return width == 0 ? style.blank() : style.cell(cluster, width);
  }

  static CellStyle style(Colour foreground, Colour background, Collection<SGR> modifiers) {
    List<Attribute> attributes = new ArrayList<>();
    for (SGR modifier : modifiers) {
      switch (modifier) {
        case BOLD -> attributes.add(Attribute.BOLD);
        case ITALIC -> attributes.add(Attribute.ITALIC);
        case UNDERLINE -> attributes.add(Attribute.UNDERLINE);
        case REVERSE -> attributes.add(Attribute.REVERSE);
        case CROSSED_OUT -> attributes.add(Attribute.CROSSED_OUT);
        case BLINK, BORDERED, FRAKTUR, CIRCLED -> {
        }
      }
    }
    return CellStyle.of(foreground, background, attributes.toArray(Attribute[]::new));
  }

  static SGR[] modifiers(CellStyle style) {
    List<SGR> modifiers = new ArrayList<>();
    for (Attribute attribute : Attribute.values()) {
      if (style.has(attribute) && attribute != Attribute.DIM) {
        modifiers.add(SGR.valueOf(attribute.name()));
      }
    }
    return modifiers.toArray(SGR[]::new);
  }

  static Colour colour(TextColor colour) {
    return switch (colour) {
      case TextColor.ANSI ansi when ansi == TextColor.ANSI.DEFAULT -> Colour.DEFAULT;
      case TextColor.ANSI ansi -> Colour.ansi(ansi.ordinal() < ANSI_DEFAULT ? ansi.ordinal() : ansi.ordinal() - 1);
      case null -> Colour.DEFAULT;
      default -> Colour.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    };
  }

  static TextColor textColor(Colour colour) {
    int value = colour.value();
    return switch (colour.kind()) {
      case DEFAULT -> TextColor.ANSI.DEFAULT;
      case ANSI -> TextColor.ANSI.values()[value < ANSI_DEFAULT ? value : value + 1];
      case INDEXED -> new TextColor.Indexed(value);
      case RGB -> new TextColor.RGB(value >> 16, value >> 8 & 0xFF, value & 0xFF);
    };
  }
}
