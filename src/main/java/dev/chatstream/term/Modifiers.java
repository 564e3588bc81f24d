package dev.chatstream.term;

import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;

/// Shift, Alt and Ctrl as a sequence tells them: 1, and 1 for Shift, 2 for Alt, 4 for Ctrl; other bits mean nothing.
record Modifiers(boolean shift, boolean alt, boolean ctrl) {

  static Modifiers of(int parameter) {
    int bits = Math.max(0, parameter - 1);
    return new Modifiers((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
  }

  /// The key with these modifiers; null for no key.
  Key key(KeyCode code) {
    return code == null ? null : new Key(code, "", ctrl, alt, shift);
  }

  Key text(String text) {
    return new Key(KeyCode.TEXT, text, ctrl, alt, false);
  }
}
