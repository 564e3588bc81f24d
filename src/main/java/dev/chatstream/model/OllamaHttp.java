package dev.chatstream.model;

import dev.chatstream.core.failure.ModelError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.tinylog.Logger;

/// Sends every request: those of the chat, which ollama4j's caller makes, and the small ones that the library can't
/// make. Keeps one connection for the next request; a second chat at the same time opens its own.
final class OllamaHttp implements Transport {

  /// How long a small request may take; the list of models is read from a disk that may be slow.
  private static final Duration SMALL = Duration.ofSeconds(10);

  private static final int SMALL_BYTES = 16 * 1024 * 1024;
  private static final byte[] NOTHING = {};

  private final Endpoint endpoint;
  private final Optional<SSLContext> trust;
  private final AtomicReference<Connection> kept = new AtomicReference<>();

  /// @param trust says whom an encrypted connection trusts; empty for those that Java does
  OllamaHttp(Endpoint endpoint, Optional<SSLContext> trust) {
    this.endpoint = endpoint;
    this.trust = trust;
  }

  /// Asks for a small JSON document.
  byte[] get(String path) throws ModelException, InterruptedException {
    return small(path, NOTHING, "");
  }

  /// Asks about one model.
  byte[] post(String path, Object body, String model) throws ModelException, InterruptedException {
    return small(path, Wire.bytes(body), model);
  }

  private byte[] small(String path, byte[] json, String model) throws ModelException, InterruptedException {
    try (Exchange exchange = open(path, json, SMALL)) {
      Failures.requireOk(exchange, endpoint.label(), model);
      return exchange.read(SMALL_BYTES, SMALL);
    }
  }

  @Override
  public Exchange open(String path, byte[] json, Duration patience) throws ModelException, InterruptedException {
    return open(json.length == 0 ? "GET" : "POST", path, json, patience);
  }

  /// The same with any method.
  Exchange open(String method, String path, byte[] json, Duration patience)
      throws ModelException, InterruptedException {
    byte[] request = request(method, path, json);
    try {
      Optional<Exchange> again = onKept(request, patience);
      return again.isPresent() ? again.get() : send(Connection.open(endpoint, trust), request, patience);
    } catch (IOException e) {
      throw new ModelException(Failures.beforeHeaders(endpoint.label(), e), e);
    }
  }

  /// A server may close a connection that was kept just as the next request goes out on it; the person would see an
  /// error although the server is well. So what breaks on a kept connection before the first byte of an answer is sent
  /// once more, on a fresh one. That is safe even if the server did see the first one: every request that may
  /// come here twice only asks, a chat included, and an answer that nobody reads is stopped by the server when its
  /// connection closes.
  private Optional<Exchange> onKept(byte[] request, Duration patience)
      throws IOException, ModelException, InterruptedException {
    Connection old = kept.getAndSet(null);
    if (old == null) {
      return Optional.empty();
    }
    if (!old.isWorthATry()) {
      end(old, false);
      return Optional.empty();
    }
    try {
      return Optional.of(send(old, request, patience));
    } catch (IOException e) {
      if (old.wasHeard()) {
        throw e;
      }
      Logger.debug("{} had given up a connection: {}", endpoint.label(), e.toString());
      return Optional.empty();
    }
  }

  private Exchange send(Connection connection, byte[] request, Duration patience)
      throws IOException, ModelException, InterruptedException {
    boolean answered = false;
    try {
      connection.send(request);
      ByteSource wire = new Gathering(connection);
      Exchange exchange = Exchange.begin(endpoint.label(), wire, patience, free -> end(connection, free));
      answered = true;
      return exchange;
    } catch (SocketTimeoutException e) {
      throw new ModelException(new ModelError.Timeout(endpoint.label(), patience.toSeconds()), e);
    } finally {
      if (!answered) {
        end(connection, false);
      }
    }
  }

  private void end(Connection connection, boolean free) {
    Connection toClose = connection;
    if (free) {
      connection.rest();
      toClose = kept.getAndSet(connection);
    }
    try {
      if (toClose != null) {
        toClose.close();
      }
    } catch (IOException e) {
      Logger.debug("{}: {}", endpoint.label(), e.toString());
    }
  }

  private byte[] request(String method, String path, byte[] json) {
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(endpoint.pathTo(path)).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(endpoint.hostHeader()).append("\r\nUser-Agent: async-chat-stream\r\n");
    endpoint.secret().ifPresent(key -> head.append(key.header()).append(": ").append(key.value()).append("\r\n"));
    if (json.length > 0) {
      head.append("Content-Type: application/json\r\nContent-Length: ").append(json.length).append("\r\n");
    }
    byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length + json.length);
    all.writeBytes(bytes);
    all.writeBytes(json);
    return all.toByteArray();
  }
}
