package dev.chatstream.term;

import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;

/// What single bytes and whole escape sequences mean. Null means nothing: replies, focus, clicks, and keys unknown.
///
/// Sources: xterm's control sequences, rxvt's and the Linux console's terminfo, the kitty keyboard protocol.
final class KeySequences {

  private static final KeyCode[] FUNCTION = {
    KeyCode.F1, KeyCode.F2, KeyCode.F3, KeyCode.F4, KeyCode.F5, KeyCode.F6,
    KeyCode.F7, KeyCode.F8, KeyCode.F9, KeyCode.F10, KeyCode.F11, KeyCode.F12
  };
  private static final String KEYPAD = "jklmnopqrstuvwxyX";
  private static final String KEYPAD_TEXT = "*+,-./0123456789=";
  private static final int WHEEL = 64;

  private KeySequences() {}

  /// The key of one ASCII byte.
  static Key single(int b, boolean alt) {
    return switch (b) {
      case '\r' -> new Key(KeyCode.ENTER, "", false, alt, false);
      case '\t' -> new Key(KeyCode.TAB, "", false, alt, false);
      case 0x08, 0x7F -> new Key(KeyCode.BACKSPACE, "", false, alt, false);
      case 0x1B -> new Key(KeyCode.ESCAPE, "", false, alt, false);
      case 0 -> new Key(KeyCode.TEXT, " ", true, alt, false);
      default -> b < ' '
          ? new Key(KeyCode.TEXT, controlName(b), true, alt, false)
          : new Key(KeyCode.TEXT, String.valueOf((char) b), false, alt, false);
    };
  }

  private static String controlName(int b) {
    return String.valueOf((char) (b <= 26 ? b + 'a' - 1 : b + '@'));
  }

  /// The Linux console's `ESC [ [ A` to `E`.
  static Key linuxConsole(int b) {
    return b >= 'A' && b <= 'E' ? Key.of(FUNCTION[b - 'A']) : null;
  }

  /// `ESC O`, sometimes a modifier, and a letter.
  static Key ss3(String modifier, char last) {
    int keypad = KEYPAD.indexOf(last);
    if (keypad >= 0) {
      return Key.text(KEYPAD_TEXT.substring(keypad, keypad + 1));
    }
    if (last == 'M') {
      return Key.of(KeyCode.ENTER);
    }
    Modifiers modifiers = Modifiers.of(modifier.isEmpty() ? 1 : Integer.parseInt(modifier));
    return last >= 'a' && last <= 'd'
        ? new Modifiers(false, false, true).key(letter(Character.toUpperCase(last)))
        : modifiers.key(letter(last));
  }

  /// `ESC [`, parameters and a last character.
  static Key csi(String parameters, char last) {
    if (parameters.startsWith("<")) {
      return last == 'M' ? wheel(Parameters.of(parameters.substring(1))) : null;
    }
    Parameters given = Parameters.of(parameters);
    if (given == null || given.released()) {
      return null;
    }
    Modifiers modifiers = Modifiers.of(given.at(1, 1));
    return switch (last) {
      case '~' -> given.at(0, 0) == 27
          ? UnicodeKeys.key(given.at(2, 0), 0, modifiers)
          : modifiers.key(numbered(given.at(0, 0)));
      case '^' -> new Modifiers(false, false, true).key(numbered(given.at(0, 0)));
      case '$' -> new Modifiers(true, false, false).key(numbered(given.at(0, 0)));
      case '@' -> new Modifiers(true, false, true).key(numbered(given.at(0, 0)));
      case 'u' -> UnicodeKeys.key(given.at(0, 0), given.shifted(), modifiers);
      case 'Z' -> new Modifiers(true, false, false).key(KeyCode.TAB);
      case 'a', 'b', 'c', 'd' -> parameters.isEmpty()
          ? new Modifiers(true, false, false).key(letter(Character.toUpperCase(last)))
          : null;
      case 'I', 'O' -> null;
      default -> given.at(0, 1) == 1 && given.size() <= 2 ? modifiers.key(letter(last)) : null;
    };
  }

  private static Key wheel(Parameters mouse) {
    if (mouse == null || (mouse.at(0, 0) & WHEEL) == 0) {
      return null;
    }
    return switch (mouse.at(0, 0) & 3) {
      case 0 -> Key.of(KeyCode.WHEEL_UP);
      case 1 -> Key.of(KeyCode.WHEEL_DOWN);
      default -> null;
    };
  }

  private static KeyCode letter(char last) {
    return switch (last) {
      case 'A' -> KeyCode.UP;
      case 'B' -> KeyCode.DOWN;
      case 'C' -> KeyCode.RIGHT;
      case 'D' -> KeyCode.LEFT;
      case 'H' -> KeyCode.HOME;
      case 'F' -> KeyCode.END;
      case 'P', 'Q', 'R', 'S' -> FUNCTION[last - 'P'];
      default -> null;
    };
  }

  private static KeyCode numbered(int number) {
    return switch (number) {
      case 1, 7 -> KeyCode.HOME;
      case 2 -> KeyCode.INSERT;
      case 3 -> KeyCode.DELETE;
      case 4, 8 -> KeyCode.END;
      case 5 -> KeyCode.PAGE_UP;
      case 6 -> KeyCode.PAGE_DOWN;
      case 11, 12, 13, 14, 15 -> FUNCTION[number - 11];
      case 17, 18, 19, 20, 21 -> FUNCTION[number - 12];
      case 23, 24 -> FUNCTION[number - 13];
      default -> null;
    };
  }

  /// True for one or two digits: what rxvt puts between `ESC [` and its own last character.
  static boolean isNumber(CharSequence parameters) {
    return (parameters.length() == 1 || parameters.length() == 2)
        && parameters.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
