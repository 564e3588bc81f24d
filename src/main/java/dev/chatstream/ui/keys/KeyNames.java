package dev.chatstream.ui.keys;

import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import java.util.Locale;
import java.util.Set;

/// How keys are written: `^S`, `F2`, `Esc s` (Alt and the letter), `Shift-Tab`, `PgUp`, `j`.
public final class KeyNames {

  private static final Set<String> FUNCTION_KEYS =
      Set.of("F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12");

  private KeyNames() {}

  /// The key that is written like this.
  ///
  /// @throws IllegalArgumentException when nothing is
  public static Key parse(String name) {
    if (name.startsWith("^") && name.length() > 1) {
      return new Key(KeyCode.TEXT, text(name.substring(1)).toLowerCase(Locale.ROOT), true, false, false);
    }
    if (name.startsWith("Esc ")) {
      Key after = parse(name.substring(4));
      return new Key(after.code(), after.text(), after.ctrl(), true, after.shift());
    }
    boolean ctrl = false;
    boolean alt = false;
    boolean shift = false;
    String base = name;
    for (int dash = base.indexOf('-'); dash > 0 && dash < base.length() - 1; dash = base.indexOf('-')) {
      switch (base.substring(0, dash)) {
        case "Ctrl" -> ctrl = true;
        case "Alt" -> alt = true;
        case "Shift" -> shift = true;
        default -> throw new IllegalArgumentException("no key is called " + name);
      }
      base = base.substring(dash + 1);
    }
    KeyCode code = code(base);
    return new Key(code, code == KeyCode.TEXT ? text(base) : "", ctrl, alt, shift);
  }

  /// How this key is written.
  public static String of(Key key) {
    if (key.code() == KeyCode.TEXT) {
      String text = " ".equals(key.text()) ? "Space" : key.text();
      return (key.alt() ? "Esc " : "") + (key.ctrl() ? "^" + text.toUpperCase(Locale.ROOT) : text);
    }
    return (key.ctrl() ? "Ctrl-" : "") + (key.alt() ? "Alt-" : "") + (key.shift() ? "Shift-" : "") + name(key.code());
  }

  private static String text(String base) {
    if ("Space".equalsIgnoreCase(base)) {
      return " ";
    }
    if (base.codePointCount(0, base.length()) != 1) {
      throw new IllegalArgumentException("no key is called " + base);
    }
    return base;
  }

  private static KeyCode code(String base) {
    return switch (base) {
      case "Enter" -> KeyCode.ENTER;
      case "Tab" -> KeyCode.TAB;
      case "Esc" -> KeyCode.ESCAPE;
      case "Backspace" -> KeyCode.BACKSPACE;
      case "Delete" -> KeyCode.DELETE;
      case "Insert" -> KeyCode.INSERT;
      case "Up" -> KeyCode.UP;
      case "Down" -> KeyCode.DOWN;
      case "Left" -> KeyCode.LEFT;
      case "Right" -> KeyCode.RIGHT;
      case "Home" -> KeyCode.HOME;
      case "End" -> KeyCode.END;
      case "PgUp" -> KeyCode.PAGE_UP;
      case "PgDn" -> KeyCode.PAGE_DOWN;
      default -> FUNCTION_KEYS.contains(base) ? KeyCode.valueOf(base) : KeyCode.TEXT;
    };
  }

  private static String name(KeyCode code) {
    return switch (code) {
      case ENTER -> "Enter";
      case TAB -> "Tab";
      case ESCAPE -> "Esc";
      case BACKSPACE -> "Backspace";
      case DELETE -> "Delete";
      case INSERT -> "Insert";
      case UP -> "Up";
      case DOWN -> "Down";
      case LEFT -> "Left";
      case RIGHT -> "Right";
      case HOME -> "Home";
      case END -> "End";
      case PAGE_UP -> "PgUp";
      case PAGE_DOWN -> "PgDn";
      case WHEEL_UP -> "wheel up";
      case WHEEL_DOWN -> "wheel down";
      case TEXT, PASTE, UNKNOWN -> "this key";
      default -> code.name();
    };
  }
}
