package dev.chatstream.core.input;

/// One key press or one paste, as the terminal told it.
///
/// @param code which key; [KeyCode#TEXT] and [KeyCode#PASTE] carry their text
/// @param text one or more code points for TEXT, any text for PASTE (line ends are LF), else empty
public record Key(KeyCode code, String text, boolean ctrl, boolean alt, boolean shift) {

  /// As a record's own, which is spun together at run time and would cost some milliseconds before the first frame.
  @Override
  public boolean equals(Object other) {
    return other instanceof Key key
        && code == key.code
        && ctrl == key.ctrl
        && alt == key.alt
        && shift == key.shift
        && text.equals(key.text);
  }

  @Override
  public int hashCode() {
    return (code.ordinal() * 31 + text.hashCode()) * 8 + (ctrl ? 4 : 0) + (alt ? 2 : 0) + (shift ? 1 : 0);
  }

  /// A key without modifiers.
  public static Key of(KeyCode code) {
    return new Key(code, "", false, false, false);
  }

  /// Typed text without modifiers.
  public static Key text(String text) {
    return new Key(KeyCode.TEXT, text, false, false, false);
  }

  /// Ctrl and a letter, as in `^S`; the letter is lower case.
  public static Key ctrl(char letter) {
    return new Key(KeyCode.TEXT, String.valueOf(letter), true, false, false);
  }

  /// Alt and a character; on the wire the same as Esc and the character.
  public static Key alt(String text) {
    return new Key(KeyCode.TEXT, text, false, true, false);
  }

  /// A paste as one piece.
  public static Key paste(String text) {
    return new Key(KeyCode.PASTE, text, false, false, false);
  }

  /// True for text typed without Ctrl or Alt.
  public boolean typed() {
    return code == KeyCode.TEXT && !ctrl && !alt;
  }
}
