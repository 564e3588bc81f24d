package dev.chatstream.model;

import java.net.http.HttpRequest;
import java.time.Duration;

/// Sends a request and waits for the headers of its answer.
@FunctionalInterface
interface Transport {

  /// @param patience until the headers
  Exchange open(HttpRequest request, Duration patience) throws ModelException, InterruptedException;
}
