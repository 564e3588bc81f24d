package dev.chatstream.ui.markdown;

/// The line that opens a block of code.
///
/// @param sign the sign it is made of
/// @param length how often; the line that closes it has at least as many
/// @param indent how many spaces stand before it
record Fence(char sign, int length, int indent, String language) {

  private static final int SHORTEST = 3;
  private static final int DEEPEST = 3;

  /// The fence that this line is; null when it is none.
  static Fence openedBy(CharSequence text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    int indent = at - start;
    if (indent > DEEPEST || at == end || text.charAt(at) != '`' && text.charAt(at) != '~') {
      return null;
    }
    char sign = text.charAt(at);
    int length = run(text, at, end, sign);
    String info = text.subSequence(at + length, end).toString();
    boolean code = sign == '`' && info.indexOf('`') >= 0;
    return length < SHORTEST || code ? null : new Fence(sign, length, indent, Languages.name(info));
  }

  /// Whether this line closes what this one opened.
  boolean closedBy(CharSequence text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == ' ' && at - start <= DEEPEST) {
      at++;
    }
    int signs = run(text, at, end, sign);
    if (signs < length) {
      return false;
    }
    for (at += signs; at < end; at++) {
      if (!Character.isWhitespace(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static int run(CharSequence text, int at, int end, char sign) {
    int length = 0;
    while (at + length < end && text.charAt(at + length) == sign) {
      length++;
    }
    return length;
  }
}
