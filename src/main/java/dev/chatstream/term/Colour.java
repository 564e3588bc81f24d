package dev.chatstream.term;

/// A colour as a theme names it, before it is fitted to what the terminal can show.
///
/// Lanterna's `TextColor` says the same, but loading its `ANSI` constants takes a tenth of the time in which the first
/// frame has to stand; [LanternaCells] translates where Lanterna asks.
///
/// @param kind which of the four ways to name a colour
/// @param value nothing for DEFAULT, 0 to 15 for ANSI, 0 to 255 for INDEXED, 0xRRGGBB for RGB
public record Colour(Kind kind, int value) {

  /// The ways to name a colour, from the poorest terminal to the richest.
  public enum Kind {
    DEFAULT,
    ANSI,
    INDEXED,
    RGB
  }

  /// The terminal's own foreground or background.
  public static final Colour DEFAULT = new Colour(Kind.DEFAULT, 0);

  /// Refuses values out of the range of their kind.
  public Colour {
    int limit =
        switch (kind) {
          case DEFAULT -> 0;
          case ANSI -> 15;
          case INDEXED -> 255;
          case RGB -> 0xFFFFFF;
        };
    if (value < 0 || value > limit) {
      throw new IllegalArgumentException("Colour " + kind + " takes 0 to " + limit + ", not " + value);
    }
  }

  /// As a record's own, which is spun together at run time: milliseconds of the way to the first frame.
  @Override
  public boolean equals(Object other) {
    return other instanceof Colour colour && code() == colour.code();
  }

  @Override
  public int hashCode() {
    return code();
  }

  /// A number that no other colour has.
  int code() {
    return kind.ordinal() << 24 | value;
  }

  /// One of the sixteen colours that the person's terminal theme defines; 8 to 15 are the bright ones.
  public static Colour ansi(int number) {
    return new Colour(Kind.ANSI, number);
  }

  /// One of the 256 colours of xterm's palette.
  public static Colour indexed(int number) {
    return new Colour(Kind.INDEXED, number);
  }

  /// A true colour; each part is 0 to 255.
  public static Colour rgb(int red, int green, int blue) {
    if (((red | green | blue) & ~0xFF) != 0) {
      throw new IllegalArgumentException("A colour's parts are 0 to 255: " + red + ", " + green + ", " + blue);
    }
    return new Colour(Kind.RGB, red << 16 | green << 8 | blue);
  }

  /// The red, green and blue parts as 0xRRGGBB; the sixteen and the default are given as xterm shows them.
  int rgbValue() {
    return switch (kind) {
      case DEFAULT -> 0;
      case ANSI, INDEXED -> Palette.rgb(value);
      case RGB -> value;
    };
  }
}
