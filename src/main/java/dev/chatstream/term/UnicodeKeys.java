package dev.chatstream.term;

import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;

/// Keys told by code point: `CSI u` of the kitty protocol and xterm's modifyOtherKeys. They mean what the same keys
/// mean without the protocol, so `^H`, `^I`, `^M` and `^[` are Backspace, Tab, Enter and Escape.
final class UnicodeKeys {

  private static final int PRIVATE_FIRST = 0xE000;
  private static final int PRIVATE_LAST = 0xF8FF;
  private static final int KEYPAD_FIRST = 57399;
  private static final String KEYPAD_TEXT = "0123456789./*-+";
  private static final int KEYPAD_ENTER = 57414;
  private static final int KEYPAD_EQUALS = 57415;
  private static final int KEYPAD_LEFT = 57417;
  private static final KeyCode[] KEYPAD_MOVES = {
    KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.HOME,
    KeyCode.END, KeyCode.INSERT, KeyCode.DELETE
  };

  private UnicodeKeys() {}

  /// The key of a code point; null if it has none.
  ///
  /// @param shifted the code point with Shift, 0 if not told
  static Key key(int code, int shifted, Modifiers modifiers) {
    return switch (code) {
      case 13 -> modifiers.key(KeyCode.ENTER);
      case 9 -> modifiers.key(KeyCode.TAB);
      case 27 -> modifiers.key(KeyCode.ESCAPE);
      case 8, 127 -> modifiers.key(KeyCode.BACKSPACE);
      default -> code >= PRIVATE_FIRST && code <= PRIVATE_LAST
          ? keypad(code, modifiers)
          : text(code, shifted, modifiers);
    };
  }

  private static Key text(int code, int shifted, Modifiers modifiers) {
    boolean typeable = code >= ' ' && Character.isValidCodePoint(code) && !Invisible.dropped(code);
    if (!typeable) {
      return null;
    }
    if (modifiers.ctrl()) {
      return control(Character.toLowerCase(code), modifiers);
    }
    int upper = shifted >= ' ' && Character.isValidCodePoint(shifted) ? shifted : Character.toUpperCase(code);
    return modifiers.text(Character.toString(modifiers.shift() ? upper : code));
  }

  private static Key control(int code, Modifiers modifiers) {
    return switch (code) {
      case 'h' -> new Key(KeyCode.BACKSPACE, "", false, modifiers.alt(), false);
      case 'i' -> new Key(KeyCode.TAB, "", false, modifiers.alt(), false);
      case 'm' -> new Key(KeyCode.ENTER, "", false, modifiers.alt(), false);
      case '[' -> new Key(KeyCode.ESCAPE, "", false, modifiers.alt(), false);
      default -> modifiers.text(Character.toString(code));
    };
  }

  private static Key keypad(int code, Modifiers modifiers) {
    int sign = code - KEYPAD_FIRST;
    int move = code - KEYPAD_LEFT;
    if (sign >= 0 && sign < KEYPAD_TEXT.length()) {
      return modifiers.text(KEYPAD_TEXT.substring(sign, sign + 1));
    }
    if (move >= 0 && move < KEYPAD_MOVES.length) {
      return modifiers.key(KEYPAD_MOVES[move]);
    }
    return code == KEYPAD_ENTER
        ? modifiers.key(KeyCode.ENTER)
        : code == KEYPAD_EQUALS ? modifiers.text("=") : null;
  }
}
