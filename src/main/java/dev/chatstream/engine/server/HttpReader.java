package dev.chatstream.engine.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reads HTTP/1.1 calls off a connection (RFC 9112), within bounds. Only what the API's clients send: a length or
/// chunks, no trailers kept.
final class HttpReader {
  static final int MOST_BODY = 4 << 20;
  private static final int MOST_HEAD = 16 << 10;
  private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final PushbackInputStream in;
  private final OutputStream out;
  private final Gate gate;
  private int headLeft;

  /// Looks at a call's headers before its body is read, so that a stranger can't fill the memory.
  interface Gate {

    /// Lets the call pass, or throws.
    void check(Map<String, String> headers) throws ApiException;
  }

  /// @param out for the `100 Continue` that a client may wait for
  HttpReader(InputStream in, OutputStream out, Gate gate) {
    this.in = new PushbackInputStream(in, 1);
    this.out = out;
    this.gate = gate;
  }

  /// Waits until the client sends something more.
  ///
  /// @return false when it closed its side
  boolean awaitMore() throws IOException {
    int next = in.read();
    if (next >= 0) {
      in.unread(next);
    }
    return next >= 0;
  }

  /// @throws ApiException when the call can't be understood or is too large
  HttpRequest read() throws IOException, ApiException {
    headLeft = MOST_HEAD;
    String[] start = line().split(" ");
    if (start.length != 3 || !start[2].startsWith("HTTP/1.")) {
      throw ApiException.bad("this is no HTTP/1.1 call");
    }
    Map<String, String> headers = headers();
    gate.check(headers);
    byte[] body = body(headers);
    String path = start[1].replaceFirst("[?#].*$", "");
    boolean close = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT).contains("close");
    return new HttpRequest(start[0], path, headers, body, start[2].equals("HTTP/1.1") && !close);
  }

  private Map<String, String> headers() throws IOException, ApiException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw ApiException.bad("a header has no name");
      }
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private byte[] body(Map<String, String> headers) throws IOException, ApiException {
    String encoding = headers.getOrDefault("transfer-encoding", "");
    String length = headers.getOrDefault("content-length", "0");
    if (!encoding.isEmpty()) {
      if (!encoding.equalsIgnoreCase("chunked") || headers.containsKey("content-length")) {
        throw ApiException.bad("the body's transfer encoding isn't understood");
      }
      answerExpectation(headers);
      return chunks();
    }
    if (!length.matches("\\d{1,18}")) {
      throw ApiException.bad("the body's length isn't understood");
    }
    int bytes = boundedBody(Long.parseLong(length));
    answerExpectation(headers);
    byte[] body = in.readNBytes(bytes);
    if (body.length < bytes) {
      throw new EOFException("the client left in the middle of its call");
    }
    return body;
  }

  private void answerExpectation(Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
      out.write(CONTINUE);
      out.flush();
    }
  }

  private byte[] chunks() throws IOException, ApiException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      boundedBody((long) body.size() + size);
      byte[] chunk = in.readNBytes(size);
      if (chunk.length < size) {
        throw new EOFException("the client left in the middle of its call");
      }
      body.write(chunk);
      line();
    }
    String trailer = line();
    while (!trailer.isEmpty()) {
      trailer = line();
    }
    return body.toByteArray();
  }

  private int chunkSize() throws IOException, ApiException {
    headLeft = MOST_HEAD;
    String size = line().replaceFirst(";.*$", "").strip();
    if (!size.matches("[0-9a-fA-F]{1,8}")) {
      throw ApiException.bad("a chunk's length isn't understood");
    }
    return boundedBody(Long.parseLong(size, 16));
  }

  private static int boundedBody(long bytes) throws ApiException {
    if (bytes > MOST_BODY) {
      throw new ApiException(413, "the call is larger than " + MOST_BODY + " bytes");
    }
    return (int) bytes;
  }

  private String line() throws IOException, ApiException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the client left in the middle of its call");
      }
      if (--headLeft < 0) {
        throw new ApiException(431, "the call's headers are larger than " + MOST_HEAD + " bytes");
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
