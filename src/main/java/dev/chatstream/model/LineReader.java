package dev.chatstream.model;

import dev.chatstream.core.failure.ModelError;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.tinylog.Logger;

/// Cuts a response body into its lines, as bytes: a character that was split between two reads is whole again when its
/// line is. A line is read where it lies, so it is valid until the next call of [#next].
final class LineReader {

  /// The longest line that is taken. A model's longest is far below; a server that never ends a line may not fill the
  /// memory.
  static final int LONGEST = 16 * 1024 * 1024;

  private final ByteSource body;
  private final String host;
  private byte[] buffer = new byte[16 * 1024];
  private int end;
  private int lineStart;
  private int lineEnd;
  private int nextStart;
  private boolean unended;

  LineReader(ByteSource body, String host) {
    this.body = body;
    this.host = host;
  }

  /// Goes to the next line that isn't blank. False at the end of the body, also where a connection broke: whoever reads
  /// knows by the lines whether all came.
  ///
  /// @throws ModelException when nothing comes for that long, or the line is too long
  boolean next(Duration patience) throws ModelException, InterruptedException {
    while (nextRaw(patience)) {
      if (!isBlank()) {
        return true;
      }
    }
    return false;
  }

  /// Whether the line looks like the start of one whose rest never came.
  boolean isCutShort() {
    return unended && buffer[lineStart] == '{';
  }

  byte[] bytes() {
    return buffer;
  }

  int from() {
    return lineStart;
  }

  int length() {
    return lineEnd - lineStart;
  }

  private boolean nextRaw(Duration patience) throws ModelException, InterruptedException {
    lineStart = nextStart;
    int scan = lineStart;
    while (true) {
      for (; scan < end; scan++) {
        if (buffer[scan] == '\n') {
          lineEnd = scan;
          nextStart = scan + 1;
          return true;
        }
      }
      int unscanned = scan - lineStart;
      if (!fill(patience)) {
        unended = true;
        lineEnd = end;
        nextStart = end;
        return lineEnd > lineStart;
      }
      scan = lineStart + unscanned;
    }
  }

  /// False where the body ended, and where the connection broke.
  private boolean fill(Duration patience) throws ModelException, InterruptedException {
    if (end == buffer.length) {
      makeRoom();
    }
    try {
      int count = body.read(buffer, end, buffer.length - end, patience);
      end += Math.max(0, count);
      return count > 0;
    } catch (SocketTimeoutException e) {
      throw new ModelException(new ModelError.Timeout(host, patience.toSeconds()), e);
    } catch (IOException e) {
      Logger.debug("{} broke off: {}", host, e.toString());
      return false;
    }
  }

  private void makeRoom() throws ModelException {
    int kept = end - lineStart;
    if (kept >= LONGEST) {
      throw new ModelException(new ModelError.Protocol(host, "a line of more than 16 MB"));
    }
    byte[] target = kept > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
    System.arraycopy(buffer, lineStart, target, 0, kept);
    buffer = target;
    lineStart = 0;
    end = kept;
  }

  private boolean isBlank() {
    for (int i = lineStart; i < lineEnd; i++) {
      if (buffer[i] > ' ' || buffer[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /// The start of the line, for a log or a message.
  String excerpt(int characters) {
    byte[] line = Arrays.copyOfRange(buffer, lineStart, Math.min(lineEnd, lineStart + 4 * characters));
    String text = new String(line, StandardCharsets.UTF_8).strip();
    return text.length() <= characters ? text : text.substring(0, characters);
  }
}
