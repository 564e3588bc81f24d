package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The answer to one call: one JSON object, or lines of JSON as they come. Used by one thread.
final class HttpReply {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Integer, String> REASONS = Map.ofEntries(Map.entry(200, "OK"), Map.entry(400, "Bad Request"),
      Map.entry(401, "Unauthorized"), Map.entry(404, "Not Found"), Map.entry(405, "Method Not Allowed"),
      Map.entry(413, "Content Too Large"), Map.entry(431, "Request Header Fields Too Large"),
      Map.entry(500, "Internal Server Error"), Map.entry(503, "Service Unavailable"));
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final boolean keepAlive;
  private boolean streaming;
  private boolean ended;

  HttpReply(OutputStream out, boolean keepAlive) {
    this.out = out;
    this.keepAlive = keepAlive;
  }

  /// The whole answer.
  void whole(int status, JsonNode json) throws IOException {
    byte[] body = JSON.writeValueAsBytes(json);
    ByteArrayOutputStream all = new ByteArrayOutputStream(body.length + 256);
    all.write(head(status, "application/json; charset=utf-8", "Content-Length: " + body.length));
    all.write(body);
    send(all);
    ended = true;
  }

  /// One line of an answer in lines; the first one sends the head.
  void line(JsonNode json) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(512);
    if (!streaming) {
      all.write(head(200, "application/x-ndjson", "Transfer-Encoding: chunked"));
      streaming = true;
    }
    byte[] body = JSON.writeValueAsBytes(json);
    all.write((Integer.toHexString(body.length + 1) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    all.write(body);
    all.write('\n');
    all.write(LINE_END);
    send(all);
  }

  /// After the last line.
  void endLines() throws IOException {
    out.write(LAST_CHUNK);
    out.flush();
    ended = true;
  }

  /// An error: a status when nothing was sent yet, else a last line, as Ollama does it.
  void error(int status, String words) throws IOException {
    ObjectNode json = JSON.createObjectNode().put("error", words);
    if (streaming) {
      line(json);
      endLines();
    } else {
      whole(status, json);
    }
  }

  boolean ended() {
    return ended;
  }

  private byte[] head(int status, String type, String length) {
    String head = "HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, "Error") + "\r\nContent-Type: " + type
        + "\r\n" + length + (keepAlive ? "" : "\r\nConnection: close") + "\r\n\r\n";
    return head.getBytes(StandardCharsets.US_ASCII);
  }

  /// One write for each answer or line: a token is one packet.
  private void send(ByteArrayOutputStream bytes) throws IOException {
    bytes.writeTo(out);
    out.flush();
  }
}
