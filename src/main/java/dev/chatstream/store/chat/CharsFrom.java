package dev.chatstream.store.chat;

import java.io.Reader;

/// Reads a text from a place on, without copying it.
final class CharsFrom extends Reader {

  private static final int AT_ONCE = 2048;

  private final String text;
  private int at;

  CharsFrom(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /// In small pieces: most readers of such a text end soon.
  @Override
  public int read(char[] into, int offset, int length) {
    int count = Math.min(Math.min(length, AT_ONCE), text.length() - at);
    if (count <= 0) {
      return length == 0 ? 0 : -1;
    }
    text.getChars(at, at + count, into, offset);
    at += count;
    return count;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
