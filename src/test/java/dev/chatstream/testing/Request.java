package dev.chatstream.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A request as the scripted server read it.
///
/// @param connection which of the connections it came on, from 1
/// @param numberOnConnection which request of that connection it is, from 1
/// @param readNanos when all of it had been read, by [System#nanoTime]
/// @param headers by their names in lower case
public record Request(
    int connection,
    int numberOnConnection,
    long readNanos,
    String method,
    String path,
    Map<String, String> headers,
    byte[] body) {

  /// The body as text.
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
