package dev.chatstream.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes one answer, as right or as wrong as a scenario wants it.
public final class Reply {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Socket socket;
  private final OutputStream out;
  private final String model;
  private boolean started;
  private boolean ended;

  Reply(Socket socket, String model) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.model = model;
  }

  /// Begins a streamed 200, as the first piece does by itself.
  public Reply begin() throws IOException {
    started = true;
    return raw("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
  }

  /// One piece of the answer.
  public Reply token(String text) throws IOException {
    return piece("", text);
  }

  /// One piece of the answer with thoughts, words, or both.
  public Reply piece(String thinking, String content) throws IOException {
    return line(JSON.writeValueAsString(chunk(thinking, content)));
  }

  /// Many pieces in one write, as a fast model behind a slow line sends them.
  public Reply tokens(int count, String text) throws IOException {
    String line = JSON.writeValueAsString(chunk("", text)) + "\n";
    return bytes(line.repeat(count).getBytes(StandardCharsets.UTF_8));
  }

  /// The last line, with its figures.
  public Reply done(int tokens) throws IOException {
    Map<String, Object> last = chunk("", "");
    last.put("done", true);
    last.put("done_reason", "stop");
    last.put("total_duration", 5_000_000_000L);
    last.put("load_duration", 1_000_000_000L);
    last.put("prompt_eval_count", 26);
    last.put("prompt_eval_duration", 130_000_000L);
    last.put("eval_count", tokens);
    last.put("eval_duration", 4_000_000_000L);
    return line(JSON.writeValueAsString(last));
  }

  /// Any line, with a line feed.
  public Reply line(String text) throws IOException {
    return bytes((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// Any bytes of the body, sent at once.
  public Reply bytes(byte[] bytes) throws IOException {
    if (!started) {
      begin();
    }
    byte[] head = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + bytes.length + 2];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(bytes, 0, all, head.length, bytes.length);
    all[all.length - 2] = '\r';
    all[all.length - 1] = '\n';
    out.write(all);
    out.flush();
    return this;
  }

  /// Ends the body; the connection stays.
  public void end() throws IOException {
    raw("0\r\n\r\n");
    ended = true;
  }

  /// A whole answer that isn't streamed; the connection stays.
  public void send(int status, String type, String body, String... headers) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said\r\nContent-Type: " + type + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    raw(head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n").toString());
    out.write(bytes);
    out.flush();
    ended = true;
  }

  /// An error as Ollama sends it before the first piece.
  public void error(int status, String message) throws IOException {
    send(status, "application/json; charset=utf-8", JSON.writeValueAsString(Map.of("error", message)));
  }

  /// Bytes that needn't be HTTP.
  public Reply raw(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    return this;
  }

  /// Breaks the connection off with a reset.
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /// Blocks until the client has closed the connection.
  public void awaitClientClose() throws IOException {
    clientClosesWithin(Duration.ZERO);
  }

  /// Blocks until the client has closed the connection, at most for that long (zero: for ever).
  public boolean clientClosesWithin(Duration time) throws IOException {
    socket.setSoTimeout((int) time.toMillis());
    try {
      InputStream in = socket.getInputStream();
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      // A reset is a close, too.
      return true;
    } finally {
      if (!socket.isClosed()) {
        socket.setSoTimeout(0);
      }
    }
  }

  boolean isEnded() {
    return ended;
  }

  private Map<String, Object> chunk(String thinking, String content) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("role", "assistant");
    message.put("content", content);
    if (!thinking.isEmpty()) {
      message.put("thinking", thinking);
    }
    Map<String, Object> chunk = new LinkedHashMap<>();
    chunk.put("model", model);
    chunk.put("created_at", "2026-11-23T10:15:30.123456789Z");
    chunk.put("message", message);
    chunk.put("done", false);
    return chunk;
  }
}
