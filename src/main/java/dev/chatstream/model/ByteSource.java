package dev.chatstream.model;

import java.io.IOException;
import java.time.Duration;

/// Where the bytes of an answer come from: a connection, or the body of an answer that comes over it.
@FunctionalInterface
interface ByteSource {

  /// Waits until something is there, and takes what is there.
  ///
  /// @param patience how long; [java.net.SocketTimeoutException] when nothing came by then
  /// @return the number of bytes, at least one; -1 at the end
  /// @throws IOException when the connection broke
  /// @throws InterruptedException when the thread was interrupted; the connection is closed then
  int read(byte[] target, int from, int length, Duration patience) throws IOException, InterruptedException;
}
