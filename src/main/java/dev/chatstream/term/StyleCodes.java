package dev.chatstream.term;

import java.util.Arrays;

/// The bytes that turn a style on, made once per style and depth.
final class StyleCodes {

  private final ColourDepth depth;
  private byte[][] afterPlain = new byte[64][];
  private byte[][] afterOther = new byte[64][];

  StyleCodes(ColourDepth depth) {
    this.depth = depth;
  }

  /// The sequence that changes from the one style to the other; `from` is null when nobody knows.
  byte[] change(CellStyle from, CellStyle to) {
    int number = to.number();
    if (number >= afterPlain.length) {
      afterPlain = Arrays.copyOf(afterPlain, 2 * number);
      afterOther = Arrays.copyOf(afterOther, 2 * number);
    }
    byte[][] table = from == CellStyle.PLAIN ? afterPlain : afterOther;
    if (table[number] == null) {
      table[number] = encode(to, from != CellStyle.PLAIN);
    }
    return table[number];
  }

  private byte[] encode(CellStyle style, boolean reset) {
    StringBuilder codes = new StringBuilder();
    for (Attribute attribute : Attribute.values()) {
      if (style.has(attribute)) {
        codes.append(';').append(attribute.code());
      }
    }
    colour(codes, depth.fit(style.foreground()), 30);
    colour(codes, depth.fit(style.background()), 40);
    if (codes.isEmpty()) {
      return reset ? Frame.ascii("\u001b[m") : new byte[0];
    }
    return Frame.ascii("\u001b[" + (reset ? codes : codes.substring(1)) + "m");
  }

  /// Appends the parameters; `base` is 30 for the foreground, 40 for the background.
  private static void colour(StringBuilder codes, Colour colour, int base) {
    int value = colour.value();
    switch (colour.kind()) {
      case DEFAULT -> {
      }
      case ANSI -> codes.append(';').append(value < 8 ? base + value : base + 60 + value - 8);
      case INDEXED -> codes.append(';').append(base + 8).append(";5;").append(value);
      case RGB -> codes.append(';').append(base + 8).append(";2;").append(value >> 16).append(';')
          .append(value >> 8 & 0xFF).append(';').append(value & 0xFF);
    }
  }
}
