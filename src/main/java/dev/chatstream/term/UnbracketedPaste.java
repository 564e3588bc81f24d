package dev.chatstream.term;

import java.nio.charset.StandardCharsets;

/// A paste from a terminal that doesn't mark it: text with a line end in its middle, all in one read, and what follows
/// at once. Nobody types that fast, and an Enter in a paste must not send half a message.
final class UnbracketedPaste {

  private static final int SAME_PASTE_MILLIS = 20;

  private long last = Long.MIN_VALUE / 2;
  private boolean endedWithReturn;

  /// Whether this read is such a paste, or goes on with one.
  boolean recognises(byte[] bytes, int offset, int length, long now) {
    boolean goesOn = now - last <= SAME_PASTE_MILLIS && length > 1;
    boolean paste = onlyText(bytes, offset, length) && (goesOn || lineEndInside(bytes, offset, length));
    if (paste) {
      endedWithReturn &= goesOn;
      last = now;
    }
    return paste;
  }

  /// The text of the read; line ends become LF, also where CR and LF came in two reads.
  String text(byte[] bytes, int offset, int end) {
    String text = new String(bytes, offset, end - offset, StandardCharsets.UTF_8);
    String rest = endedWithReturn && text.startsWith("\n") ? text.substring(1) : text;
    endedWithReturn = rest.endsWith("\r");
    return rest.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean onlyText(byte[] bytes, int offset, int length) {
    boolean visible = false;
    for (int at = offset; at < offset + length; at++) {
      int b = bytes[at] & 0xFF;
      if (b == 0x7F || (b < ' ' && b != '\r' && b != '\n' && b != '\t')) {
        return false;
      }
      visible |= b > ' ';
    }
    return visible;
  }

  private static boolean lineEndInside(byte[] bytes, int offset, int length) {
    for (int at = offset; at < offset + length - 1; at++) {
      if (bytes[at] == '\r' || bytes[at] == '\n') {
        return true;
      }
    }
    return false;
  }
}
