package dev.chatstream.engine.host;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Serves one file on loopback, as servers of the world do: with ranges or without, cut short, or changed meanwhile.
final class FileServer implements AutoCloseable {
  final List<String> ranges = new ArrayList<>();
  volatile byte[] content;
  volatile String etag = "\"one\"";
  volatile boolean knowsRanges = true;
  /// How many answers are cut after this many bytes.
  volatile int cuts;
  volatile int cutAfter = 1_000;
  volatile int status;
  /// After as many bytes as a cut answer has, or before the headers, nothing comes until this opens.
  volatile CountDownLatch silentUntil = new CountDownLatch(0);
  volatile boolean silentFromTheStart;

  private final HttpServer server;

  FileServer(byte[] content) throws IOException {
    this.content = content;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  URI uri(String name) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    boolean part = range != null && knowsRanges && etag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    int start = part ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
    Headers headers = exchange.getResponseHeaders();
    headers.set("ETag", etag);
    if (part) {
      headers.set("Content-Range", "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
    }
    byte[] body = Arrays.copyOfRange(content, start, content.length);
    if (silentFromTheStart) {
      stall();
    }
    exchange.sendResponseHeaders(status != 0 ? status : part ? 206 : 200, body.length);
    boolean cut = cuts > 0;
    cuts--;
    OutputStream out = exchange.getResponseBody();
    boolean stalled = silentUntil.getCount() > 0;
    out.write(body, 0, cut || stalled ? Math.min(cutAfter, body.length) : body.length);
    out.flush();
    stall();
    exchange.close();
  }

  private void stall() throws IOException {
    try {
      silentUntil.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    silentUntil.countDown();
    server.stop(0);
  }
}
