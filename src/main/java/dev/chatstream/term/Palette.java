package dev.chatstream.term;

/// xterm's palette of 256 colours: 16 named ones, a cube of 6 x 6 x 6, and 24 greys.
final class Palette {

  private static final int[] NAMED = {
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF
  };
  private static final int[] STEPS = {0, 95, 135, 175, 215, 255};
  private static final int CUBE = 16;
  private static final int GREYS = 232;

  private Palette() {}

  /// The colour with this number, as 0xRRGGBB.
  static int rgb(int number) {
    if (number < CUBE) {
      return NAMED[number];
    }
    if (number >= GREYS) {
      return (8 + 10 * (number - GREYS)) * 0x010101;
    }
    int cube = number - CUBE;
    return STEPS[cube / 36] << 16 | STEPS[cube / 6 % 6] << 8 | STEPS[cube % 6];
  }

  /// The number from 16 to 255 whose colour is nearest; the first sixteen look different on each terminal.
  static int nearestIndexed(int rgb) {
    return nearest(rgb, CUBE, 256);
  }

  /// The nearest of the sixteen named colours.
  static int nearestNamed(int rgb) {
    return nearest(rgb, 0, CUBE);
  }

  private static int nearest(int rgb, int from, int to) {
    int best = from;
    for (int number = from; number < to; number++) {
      if (distance(rgb, rgb(number)) < distance(rgb, rgb(best))) {
        best = number;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int red = (one >> 16) - (other >> 16);
    int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
    int blue = (one & 0xFF) - (other & 0xFF);
    return 3 * red * red + 4 * green * green + 2 * blue * blue;
  }
}
