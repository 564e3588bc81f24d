package dev.chatstream.engine.server;

import java.util.Map;

/// One call, read whole.
///
/// @param method as GET
/// @param path without the query
/// @param headers by lower-case name; the last of equal names
/// @param body bytes, empty when there is none
/// @param keepAlive whether the connection may carry another call
record HttpRequest(String method, String path, Map<String, String> headers, byte[] body, boolean keepAlive) {

  String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }
}
