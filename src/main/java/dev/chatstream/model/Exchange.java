package dev.chatstream.model;

import dev.chatstream.core.failure.ModelError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.tinylog.Logger;

/// One answer of a server, from its headers on. Closing it closes the connection unless all of it was read.
final class Exchange implements AutoCloseable {

  /// What an error page may hold.
  static final int ERROR_BYTES = 64 * 1024;

  /// After the last line of an answer, the few bytes that end the body are as good as here. Whoever doesn't send them
  /// loses the connection.
  private static final Duration END_OF_BODY = Duration.ofMillis(200);

  /// Takes the connection back.
  @FunctionalInterface
  interface Ending {
    /// @param free whether it can serve another request
    void end(boolean free);
  }

  private final String host;
  private final Head head;
  private final AnswerReader body;
  private final Ending ending;
  private boolean stopped;

  private Exchange(String host, Head head, AnswerReader body, Ending ending) {
    this.host = host;
    this.head = head;
    this.body = body;
    this.ending = ending;
  }

  /// Reads the headers of an answer.
  static Exchange begin(String host, ByteSource wire, Duration patience, Ending ending)
      throws IOException, InterruptedException {
    AnswerReader reader = new AnswerReader(wire);
    return new Exchange(host, reader.head(patience), reader, ending);
  }

  int status() {
    return head.status();
  }

  String location() {
    return head.location();
  }

  boolean isOk() {
    return head.status() >= 200 && head.status() < 300;
  }

  LineReader lines() {
    return new LineReader(body, host);
  }

  /// The whole body. What exceeds the limit is left out.
  byte[] read(int limit, Duration patience) throws ModelException, InterruptedException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[8 * 1024];
    try {
      int count = 0;
      while (count >= 0 && all.size() < limit) {
        count = body.read(piece, 0, Math.min(piece.length, limit - all.size()), patience);
        all.write(piece, 0, Math.max(0, count));
      }
      return all.toByteArray();
    } catch (SocketTimeoutException e) {
      throw new ModelException(new ModelError.Timeout(host, patience.toSeconds()), e);
    } catch (IOException e) {
      throw new ModelException(new ModelError.StreamTruncated(host), e);
    }
  }

  /// Reads over what ends the body, so that the connection can serve the next request. The answer is whole by then, so
  /// a stop that comes now has nothing to stop but the connection.
  void finish() {
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      byte[] rest = new byte[256];
      if (body.read(rest, 0, rest.length, END_OF_BODY) > 0) {
        body.read(rest, 0, rest.length, END_OF_BODY);
      }
    } catch (InterruptedException e) {
      stopped = true;
    } catch (IOException e) {
      Logger.debug("{} did not end its answer: {}", host, e.toString());
    }
  }

  @Override
  public void close() {
    ending.end(!stopped && body.leavesConnectionFree());
  }
}
