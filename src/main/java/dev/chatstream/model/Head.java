package dev.chatstream.model;

import java.net.ProtocolException;
import java.util.Locale;

/// What the start of an answer says.
///
/// @param location where a redirection points to; empty when it says nothing
/// @param length bytes of the body, where `chunked` doesn't say it; -1 when the connection's end is the body's end
/// @param keeps whether the connection can serve another request afterwards
record Head(int status, String location, boolean chunked, long length, boolean keeps) {

  /// The head of a status line, before its headers are added.
  static Head ofStatusLine(String line) throws ProtocolException {
    if (!line.matches("HTTP/1\\.[0-9] [1-9][0-9]{2}( .*)?")) {
      throw new ProtocolException("no HTTP");
    }
    return new Head(Integer.parseInt(line.substring(9, 12)), "", false, -1, !line.startsWith("HTTP/1.0"));
  }

  /// This with one more header line.
  Head with(String line) throws ProtocolException {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new ProtocolException("no header");
    }
    String value = line.substring(colon + 1).strip();
    return switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "content-length" -> new Head(status, location, chunked, length(value), keeps);
      case "transfer-encoding" -> new Head(status, location, chunked(value), length, keeps);
      case "connection" -> new Head(status, location, chunked, length, keeps && !value.equalsIgnoreCase("close"));
      case "location" -> new Head(status, value, chunked, length, keeps);
      default -> this;
    };
  }

  private long length(String value) throws ProtocolException {
    if (!value.matches("[0-9]{1,18}") || length >= 0 && length != Long.parseLong(value)) {
      throw new ProtocolException("no length of a body: " + value);
    }
    return Long.parseLong(value);
  }

  private static boolean chunked(String value) throws ProtocolException {
    if (!value.equalsIgnoreCase("chunked")) {
      throw new ProtocolException("unknown transfer encoding: " + value);
    }
    return true;
  }

  /// Whether another head follows: this one only says to wait.
  boolean isInterim() {
    return status < 200;
  }

  boolean hasNoBody() {
    return status == 204 || status == 304;
  }
}
