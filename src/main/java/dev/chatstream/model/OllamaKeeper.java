package dev.chatstream.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.LoadedModel;
import dev.chatstream.core.model.ModelPage;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// The calls of Ollama's API about models. Each goes over a connection of its own: one that was kept might break just
/// as it is used, and what changes something must not be sent twice.
final class OllamaKeeper implements ModelKeeper {

  /// A server that takes longer to say what it has in memory is busy.
  private static final Duration SHORT = Duration.ofSeconds(5);

  /// Deleting and copying touch a disk that may be slow.
  private static final Duration CHANGE = Duration.ofSeconds(60);

  /// While a server fetches, it sends a line many times a second, whether or not bytes come.
  private static final Duration PULL_LINE = Duration.ofSeconds(120);

  private static final int LARGEST = 16 * 1024 * 1024;

  private final Endpoint endpoint;
  private final Optional<SSLContext> trust;
  private final Patience patience;
  private final ModelJson json;

  OllamaKeeper(Endpoint endpoint, Optional<SSLContext> trust, Patience patience) {
    this.endpoint = endpoint;
    this.trust = trust;
    this.patience = patience;
    this.json = new ModelJson(endpoint.label());
  }

  @Override
  public List<LoadedModel> loaded() throws ModelException {
    return json.loaded(answer("GET", "/api/ps", Map.of(), "", SHORT));
  }

  @Override
  public void load(String model, int contextTokens) throws ModelException {
    Map<String, Object> body =
        Map.of("model", model, "stream", false, "options", Map.of("num_ctx", contextTokens));
    answer("POST", "/api/generate", body, model, patience.firstToken());
  }

  @Override
  public void delete(String name) throws ModelException {
    answer("DELETE", "/api/delete", Map.of("model", name), name, CHANGE);
  }

  @Override
  public void copy(String from, String to) throws ModelException {
    answer("POST", "/api/copy", Map.of("source", from, "destination", to), from, CHANGE);
  }

  @Override
  public ModelPage page(String name) throws ModelException {
    return json.page(name, answer("POST", "/api/show", Map.of("model", name), name, CHANGE));
  }

  private byte[] answer(String method, String path, Map<String, Object> body, String model, Duration most)
      throws ModelException {
    byte[] sent = body.isEmpty() ? new byte[0] : Wire.bytes(body);
    try (Exchange exchange = http().open(method, path, sent, most)) {
      Failures.requireOk(exchange, endpoint.label(), model);
      return exchange.read(LARGEST, most);
    } catch (InterruptedException e) {
      throw new ModelException(new ModelError.Cancelled(), e);
    }
  }

  private OllamaHttp http() {
    return new OllamaHttp(endpoint, trust);
  }

  @Override
  public void pull(String name, PullSink sink) throws ModelException {
    byte[] body = Wire.bytes(Map.of("model", name, "stream", true));
    try (Exchange exchange = http().open("POST", "/api/pull", body, patience.firstToken())) {
      Failures.requireOk(exchange, endpoint.label(), name);
      readPull(exchange.lines(), sink);
    } catch (InterruptedException e) {
      throw new ModelException(new ModelError.Cancelled(), e);
    }
  }

  private void readPull(LineReader lines, PullSink sink) throws ModelException, InterruptedException {
    Map<String, long[]> parts = new LinkedHashMap<>();
    while (lines.next(PULL_LINE)) {
      JsonNode line = parse(lines);
      String status = line.path("status").asText("");
      if (line.has("error") || status.isEmpty()) {
        throw new ModelException(Failures.ofLine(endpoint.label(), lines, true));
      }
      if (status.equals("success")) {
        return;
      }
      long total = line.path("total").asLong(0);
      if (total > 0) {
        parts.put(line.path("digest").asText(status), new long[] {line.path("completed").asLong(0), total});
      }
      sink.progress(status, sum(parts, 0), sum(parts, 1));
    }
    throw new ModelException(new ModelError.StreamTruncated(endpoint.label()));
  }

  private static long sum(Map<String, long[]> parts, int which) {
    return parts.values().stream().mapToLong(part -> part[which]).sum();
  }

  private JsonNode parse(LineReader lines) throws ModelException {
    try {
      return Wire.tree(lines.bytes(), lines.from(), lines.length());
    } catch (IOException e) {
      ModelError error = lines.isCutShort()
          ? new ModelError.StreamTruncated(endpoint.label())
          : Failures.ofLine(endpoint.label(), lines, true);
      throw new ModelException(error, e);
    }
  }
}
