package dev.chatstream.model;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Reads one answer of HTTP/1.1 (RFC 9112): its head, then its body, whose end is told by chunks, a length or the end
/// of the connection.
final class AnswerReader implements ByteSource {

  /// How much a server may say before the body, and around its chunks.
  private static final int LONGEST_HEAD = 64 * 1024;

  private final ByteSource wire;
  private final byte[] buffer = new byte[16 * 1024];
  private int next;
  private int end;
  private Head head;
  private boolean ended;
  private boolean inChunks;

  /// Bytes of the body, or of its chunk, that are still to come.
  private long left;

  AnswerReader(ByteSource wire) {
    this.wire = wire;
  }

  /// Reads the head; to be called first.
  Head head(Duration patience) throws IOException, InterruptedException {
    do {
      int[] budget = {LONGEST_HEAD};
      head = Head.ofStatusLine(line(patience, budget));
      for (String line = line(patience, budget); !line.isEmpty(); line = line(patience, budget)) {
        head = head.with(line);
      }
    } while (head.isInterim());
    if (!head.chunked()) {
      left = head.length() < 0 ? Long.MAX_VALUE : head.length();
    }
    ended = head.hasNoBody() || !head.chunked() && left == 0;
    return head;
  }

  /// Whether all of the answer was read, nothing came after it, and the server keeps the connection.
  boolean leavesConnectionFree() {
    return ended && next == end && head.keeps() && (head.chunked() || head.length() >= 0 || head.hasNoBody());
  }

  /// The next bytes of the body.
  @Override
  public int read(byte[] target, int from, int length, Duration patience) throws IOException, InterruptedException {
    if (!ended && left == 0) {
      nextChunk(patience);
    }
    if (ended) {
      return -1;
    }
    if (next == end && !fill(patience)) {
      if (head.chunked() || head.length() >= 0) {
        throw new EOFException("the body was cut");
      }
      ended = true;
      return -1;
    }
    int count = (int) Math.min(Math.min(length, end - next), left);
    System.arraycopy(buffer, next, target, from, count);
    next += count;
    left -= count;
    ended = left == 0 && !head.chunked();
    return count;
  }

  private void nextChunk(Duration patience) throws IOException, InterruptedException {
    int[] budget = {LONGEST_HEAD};
    if (inChunks && !line(patience, budget).isEmpty()) {
      throw new ProtocolException("a chunk without end");
    }
    inChunks = true;
    String size = line(patience, budget).split(";", 2)[0].strip();
    if (!size.matches("[0-9A-Fa-f]{1,15}")) {
      throw new ProtocolException("no size of a chunk: " + size);
    }
    left = Long.parseLong(size, 16);
    if (left == 0) {
      skipTrailers(patience, budget);
      ended = true;
    }
  }

  private void skipTrailers(Duration patience, int[] budget) throws IOException, InterruptedException {
    String line;
    do {
      line = line(patience, budget);
    } while (!line.isEmpty());
  }

  /// @param budget one number: the bytes that may still come; reading takes from it
  private String line(Duration patience, int[] budget) throws IOException, InterruptedException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (next == end && !fill(patience)) {
        throw new EOFException("the answer was cut");
      }
      int stop = next;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      budget[0] -= stop - next + 1;
      if (budget[0] < 0) {
        throw new ProtocolException("headers without end");
      }
      line.append(new String(buffer, next, stop - next, StandardCharsets.ISO_8859_1));
      next = Math.min(stop + 1, end);
      if (stop < end) {
        boolean carriage = !line.isEmpty() && line.charAt(line.length() - 1) == '\r';
        return line.substring(0, carriage ? line.length() - 1 : line.length());
      }
    }
  }

  private boolean fill(Duration patience) throws IOException, InterruptedException {
    int count = wire.read(buffer, 0, buffer.length, patience);
    next = 0;
    end = Math.max(0, count);
    return count > 0;
  }
}
