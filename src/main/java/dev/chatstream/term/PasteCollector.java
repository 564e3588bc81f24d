package dev.chatstream.term;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A bracketed paste on its way in, until `ESC [ 201 ~`. CR and CRLF become LF. What is over the limit is left out.
final class PasteCollector {

  private static final int LIMIT = 64 * 1024 * 1024;
  private static final byte[] END = Frame.ascii("\u001b[201~");

  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int matched;
  private boolean afterReturn;

  /// Forgets the last paste, and the room it took.
  void clear() {
    bytes = new ByteArrayOutputStream();
    matched = 0;
    afterReturn = false;
  }

  /// Takes a byte; true if it ended the paste.
  boolean add(int b) {
    if (b == END[matched]) {
      matched++;
      return matched == END.length;
    }
    for (int index = 0; index < matched; index++) {
      keep(END[index]);
    }
    matched = 0;
    if (b == END[0]) {
      matched = 1;
    } else {
      keep(b);
    }
    return false;
  }

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void keep(int b) {
    boolean secondOfPair = b == '\n' && afterReturn;
    afterReturn = b == '\r';
    if (!secondOfPair && bytes.size() < LIMIT) {
      bytes.write(b == '\r' ? '\n' : b);
    }
  }
}
