package dev.chatstream.term;

/// One code point on its way in, byte by byte. Overlong forms, surrogates and controls give nothing.
final class Utf8Unit {

  private static final int[] SMALLEST = {0, 0, 0x80, 0x800, 0x10000};

  private int code;
  private int length;
  private int missing;

  /// Takes the first byte; false if none can start with it.
  boolean start(int b) {
    length = lengthOf(b);
    if (length < 2) {
      return false;
    }
    code = b & (0x7F >> length);
    missing = length - 1;
    return true;
  }

  /// Takes a following byte; false if it is none.
  boolean add(int b) {
    if ((b & 0xC0) != 0x80) {
      return false;
    }
    code = code << 6 | (b & 0x3F);
    missing--;
    return true;
  }

  boolean complete() {
    return missing == 0;
  }

  /// The code point; empty if it is not one to be typed.
  String text() {
    boolean surrogate = code >= 0xD800 && code <= 0xDFFF;
    boolean valid = code >= SMALLEST[length] && Character.isValidCodePoint(code) && !surrogate;
    return valid && code >= 0xA0 ? Character.toString(code) : "";
  }

  /// Where the last whole code point ends; what follows is the start of one that goes on in the next read.
  static int wholeEnd(byte[] bytes, int from, int to) {
    for (int back = 1; back <= 3 && to - back >= from; back++) {
      int b = bytes[to - back] & 0xFF;
      if (b < 0x80 || lengthOf(b) >= 2) {
        return lengthOf(b) > back ? to - back : to;
      }
    }
    return to;
  }

  private static int lengthOf(int b) {
    if (b < 0x80) {
      return 1;
    }
    return b >= 0xC2 && b < 0xE0 ? 2 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xF0 && b < 0xF5 ? 4 : 0;
  }
}
