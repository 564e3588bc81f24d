package dev.chatstream.model;

import dev.chatstream.core.failure.ModelError;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The one class that sends requests: those of the chat, which ollama4j's caller makes, and the small ones that the
/// library can't make.
final class OllamaHttp implements Transport {

  /// How long a small request may take; the list of models is read from a disk that may be slow.
  private static final Duration SMALL = Duration.ofSeconds(10);

  private static final int SMALL_BYTES = 16 * 1024 * 1024;

  private final Endpoint endpoint;
  private volatile long lastAnswer = System.nanoTime() - HttpClients.KEPT_OPEN.toNanos();

  OllamaHttp(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /// Asks for a small JSON document.
  byte[] get(String path) throws ModelException, InterruptedException {
    return small(request(path).GET().build(), "");
  }

  /// Asks about one model.
  byte[] post(String path, Object body, String model) throws ModelException, InterruptedException {
    try {
      HttpRequest.BodyPublisher publisher = HttpRequest.BodyPublishers.ofByteArray(Wire.bytes(body));
      return small(request(path).header("Content-Type", "application/json").POST(publisher).build(), model);
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + path, e);
    }
  }

  private byte[] small(HttpRequest request, String model) throws ModelException, InterruptedException {
    try (Exchange exchange = open(request, SMALL)) {
      Failures.requireOk(exchange, endpoint.label(), model);
      return exchange.read(SMALL_BYTES, SMALL);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(endpoint.resolve(path));
    endpoint.secret().ifPresent(secret -> builder.header("Authorization", secret.authorization()));
    return builder;
  }

  /// A server may close a connection that was kept open just as the next request goes out on it; the person would see
  /// an error although the server is well. So what breaks before the first header, while a kept connection may have
  /// been used, is sent once more. That is safe even if the server did see the first one: every request of this program
  /// only asks, a chat included, and an answer that nobody reads is stopped by the server when its connection closes.
  @Override
  public Exchange open(HttpRequest request, Duration patience) throws ModelException, InterruptedException {
    boolean mayUseKept = System.nanoTime() - lastAnswer < HttpClients.KEPT_OPEN.toNanos();
    try {
      return send(request, patience);
    } catch (IOException e) {
      if (!mayUseKept || !Failures.isBrokenConnection(e)) {
        throw new ModelException(Failures.beforeHeaders(endpoint.label(), e), e);
      }
    }
    try {
      return send(request, patience);
    } catch (IOException e) {
      throw new ModelException(Failures.beforeHeaders(endpoint.label(), e), e);
    }
  }

  private void noteAnswer() {
    lastAnswer = System.nanoTime();
  }

  private Exchange send(HttpRequest request, Duration patience)
      throws IOException, ModelException, InterruptedException {
    HttpClient client = HttpClients.of(endpoint);
    BodyQueue body = new BodyQueue();
    CompletableFuture<HttpResponse<BodyQueue>> pending = client.sendAsync(request, info -> body);
    boolean opened = false;
    try {
      HttpResponse<BodyQueue> response = pending.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      opened = true;
      String location = response.headers().firstValue("Location").orElse("");
      return new Exchange(endpoint.label(), response.statusCode(), location, body, this::noteAnswer);
    } catch (TimeoutException e) {
      throw new ModelException(new ModelError.Timeout(endpoint.label(), patience.toSeconds()));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      if (!opened) {
        pending.cancel(true);
        body.close();
      }
    }
  }
}
