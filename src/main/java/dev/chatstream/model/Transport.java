package dev.chatstream.model;

import java.time.Duration;

/// Sends a request and waits for the headers of its answer.
@FunctionalInterface
interface Transport {

  /// @param path below the server's address
  /// @param json what is posted; nothing asks with GET
  /// @param patience until the headers
  Exchange open(String path, byte[] json, Duration patience) throws ModelException, InterruptedException;
}
