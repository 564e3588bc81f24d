package dev.chatstream.ui.gui;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import dev.chatstream.core.input.Key;

/// One of our keys on its way through Lanterna's `handleInput`. Components of Lanterna see the nearest key that they
/// know; our windows take [#key()], which also holds pastes and characters outside the basic plane.
public final class KeyInput extends KeyStroke {

  private final Key key;

  /// Wraps the key.
  public KeyInput(Key key) {
    super(type(key), key.ctrl(), key.alt(), key.shift());
    this.key = key;
  }

  /// The key as it was decoded.
  public Key key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyInput input && key.equals(input.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  private static KeyType type(Key key) {
    return switch (key.code()) {
      case ENTER -> KeyType.Enter;
      case TAB -> key.shift() ? KeyType.ReverseTab : KeyType.Tab;
      case ESCAPE -> KeyType.Escape;
      case BACKSPACE -> KeyType.Backspace;
      case DELETE -> KeyType.Delete;
      case INSERT -> KeyType.Insert;
      case UP -> KeyType.ArrowUp;
      case DOWN -> KeyType.ArrowDown;
      case LEFT -> KeyType.ArrowLeft;
      case RIGHT -> KeyType.ArrowRight;
      case HOME -> KeyType.Home;
      case END -> KeyType.End;
      case PAGE_UP -> KeyType.PageUp;
      case PAGE_DOWN -> KeyType.PageDown;
      case F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12 -> KeyType.valueOf(key.code().name());
      case TEXT, PASTE, WHEEL_UP, WHEEL_DOWN, UNKNOWN -> KeyType.Unknown;
    };
  }
}
