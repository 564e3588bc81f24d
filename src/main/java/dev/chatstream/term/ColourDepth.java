package dev.chatstream.term;

import java.util.Locale;
import java.util.Map;

/// How many colours the terminal shows.
public enum ColourDepth {
  /// No colour: attributes only.
  NONE,
  /// The sixteen of the terminal's own theme.
  SIXTEEN,
  /// xterm's palette.
  TWO_FIFTY_SIX,
  /// 24 bits.
  TRUE_COLOUR;

  /// What the environment says: NO_COLOR (when not empty) wins, then COLORTERM, then TERM.
  public static ColourDepth from(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT);
    String colourTerm = environment.getOrDefault("COLORTERM", "").toLowerCase(Locale.ROOT);
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || term.startsWith("vt1") || term.startsWith("vt2")) {
      return NONE;
    }
    if (colourTerm.equals("truecolor") || colourTerm.equals("24bit") || term.endsWith("-direct")) {
      return TRUE_COLOUR;
    }
    return term.contains("256color") ? TWO_FIFTY_SIX : SIXTEEN;
  }

  /// The nearest that can be shown to the colour wanted.
  Colour fit(Colour wanted) {
    return switch (wanted.kind()) {
      case DEFAULT -> wanted;
      case ANSI -> this == NONE ? Colour.DEFAULT : wanted;
      case INDEXED, RGB -> fitRich(wanted);
    };
  }

  private Colour fitRich(Colour wanted) {
    return switch (this) {
      case NONE -> Colour.DEFAULT;
      case SIXTEEN -> Colour.ansi(Palette.nearestNamed(wanted.rgbValue()));
      case TWO_FIFTY_SIX ->
          wanted.kind() == Colour.Kind.INDEXED
              ? wanted
              : Colour.indexed(Palette.nearestIndexed(wanted.rgbValue()));
      case TRUE_COLOUR -> wanted;
    };
  }
}
