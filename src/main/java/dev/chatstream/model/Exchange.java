package dev.chatstream.model;

import dev.chatstream.core.failure.ModelError;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;

/// One answer of a server, from its headers on. Closing it closes the connection unless all of it was read.
final class Exchange implements AutoCloseable {

  /// What an error page may hold.
  static final int ERROR_BYTES = 64 * 1024;

  /// After the last line of an answer, the few bytes that end the body are as good as here. Whoever doesn't send them
  /// loses the connection.
  private static final Duration END_OF_BODY = Duration.ofMillis(200);

  private final String host;
  private final int status;
  private final String location;
  private final BodyQueue body;
  private final Runnable onClose;

  Exchange(String host, int status, String location, BodyQueue body, Runnable onClose) {
    this.host = host;
    this.status = status;
    this.location = location;
    this.body = body;
    this.onClose = onClose;
  }

  int status() {
    return status;
  }

  String location() {
    return location;
  }

  boolean isOk() {
    return status >= 200 && status < 300;
  }

  LineReader lines() {
    return new LineReader(body, host);
  }

  /// The whole body. What exceeds the limit is left out.
  byte[] read(int limit, Duration patience) throws ModelException, InterruptedException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (all.size() < limit) {
      switch (body.take(patience)) {
        case BodyQueue.Bytes bytes -> bytes.buffers().forEach(piece -> copy(piece, all, limit));
        case BodyQueue.End end -> {
          return all.toByteArray();
        }
        case BodyQueue.Broken broken -> throw new ModelException(new ModelError.StreamTruncated(host), broken.reason());
        case BodyQueue.Late late -> throw new ModelException(new ModelError.Timeout(host, patience.toSeconds()));
      }
    }
    return all.toByteArray();
  }

  private static void copy(ByteBuffer piece, ByteArrayOutputStream all, int limit) {
    byte[] bytes = new byte[Math.min(piece.remaining(), limit - all.size())];
    piece.get(bytes);
    all.writeBytes(bytes);
  }

  /// Reads over what ends the body, so that the connection can serve the next request. The answer is whole by then, so
  /// a stop that comes now has nothing to stop but the connection.
  void finish() {
    try {
      if (body.take(END_OF_BODY) instanceof BodyQueue.Bytes) {
        body.take(END_OF_BODY);
      }
    } catch (InterruptedException e) {
      close();
    }
  }

  @Override
  public void close() {
    body.close();
    onClose.run();
  }
}
