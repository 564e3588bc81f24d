package dev.chatstream.ui.theme;

import dev.chatstream.term.Attribute;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.Colour;
import dev.chatstream.term.ColourDepth;
import java.util.List;
import java.util.HexFormat;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.function.Function;

/// Reads one style of a theme file: `foreground [on background] [bold] [underline] [reverse] [dim] [italic]`, where a
/// colour is a role that stands earlier, `default`, one of the sixteen names, 0 to 255, or `#rrggbb`. Alternatives for
/// poorer terminals follow after commas: true colour, 256, 16.
final class StyleParser {

  private static final List<String> NAMES =
      List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");

  private final ColourDepth depth;
  private final Function<String, CellStyle> roles;

  /// @param roles the style of a role that was read already; null for a name that is none
  StyleParser(ColourDepth depth, Function<String, CellStyle> roles) {
    this.depth = depth;
    this.roles = roles;
  }

  /// @throws IllegalArgumentException with words about what is wrong
  CellStyle parse(String value) {
    String[] alternatives = value.split(",");
    CellStyle chosen = null;
    for (String alternative : alternatives) {
      CellStyle style = one(alternative.strip());
      if (chosen == null || !shows(chosen)) {
        chosen = style;
      }
    }
    return chosen;
  }

  private boolean shows(CellStyle style) {
    return shows(style.foreground()) && shows(style.background());
  }

  private boolean shows(Colour colour) {
    return switch (colour.kind()) {
      case DEFAULT, ANSI -> true;
      case INDEXED -> depth.compareTo(ColourDepth.TWO_FIFTY_SIX) >= 0;
      case RGB -> depth == ColourDepth.TRUE_COLOUR;
    };
  }

  private CellStyle one(String text) {
    // Alone, `dim` is the role of that name; behind a colour it is the attribute.
    CellStyle whole = roles.apply(text.toLowerCase(Locale.ROOT));
    if (whole != null) {
      return whole;
    }
    CellStyle style = CellStyle.PLAIN;
    boolean background = false;
    StringTokenizer words = new StringTokenizer(text.toLowerCase(Locale.ROOT));
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      if (word.equals("on")) {
        background = true;
      } else {
        style = apply(style, word, background);
        background = false;
      }
    }
    return style;
  }

  private CellStyle apply(CellStyle style, String word, boolean background) {
    Attribute attribute = attribute(word);
    if (attribute != null) {
      return style.with(attribute);
    }
    CellStyle role = roles.apply(word);
    Colour colour = role == null ? colour(word) : role.foreground();
    return background ? style.on(colour) : role == null ? style.in(colour) : role;
  }

  private static Attribute attribute(String word) {
    return switch (word) {
      case "bold" -> Attribute.BOLD;
      case "dim" -> Attribute.DIM;
      case "italic" -> Attribute.ITALIC;
      case "underline" -> Attribute.UNDERLINE;
      case "reverse" -> Attribute.REVERSE;
      default -> null;
    };
  }

  private static Colour colour(String word) {
    if (word.equals("default")) {
      return Colour.DEFAULT;
    }
    boolean bright = word.startsWith("bright_");
    int named = NAMES.indexOf(bright ? word.substring("bright_".length()) : word);
    if (named >= 0) {
      return Colour.ansi(bright ? named + 8 : named);
    }
    try {
      if (word.length() == 7 && word.startsWith("#")) {
        int rgb = HexFormat.fromHexDigits(word, 1, 7);
        return Colour.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
      }
      return Colour.indexed(Integer.parseInt(word));
    } catch (IllegalArgumentException noNumber) {
      throw new IllegalArgumentException(word + " is no colour", noNumber);
    }
  }
}
