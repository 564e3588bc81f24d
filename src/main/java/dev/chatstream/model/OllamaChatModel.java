package dev.chatstream.model;

import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.model.ModelInfo;
import io.github.ollama4j.exceptions.OllamaException;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.chat.OllamaChatResponseModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.tinylog.Logger;

/// A server that speaks Ollama's API. Cheap to make: it opens nothing before the first call. Thread-safe.
public final class OllamaChatModel implements ModelServer {

  private final Endpoint endpoint;
  private final Patience patience;
  private final OllamaHttp http;
  private final ModelJson json;
  private final ModelKeeper keeper;

  /// A server that is given the usual time.
  public OllamaChatModel(Endpoint endpoint) {
    this(endpoint, Patience.DEFAULT);
  }

  /// @param patience how long a chat waits
  public OllamaChatModel(Endpoint endpoint, Patience patience) {
    this(endpoint, patience, Optional.empty());
  }

  /// @param patience how long a chat waits
  /// @param trust says whom an encrypted connection trusts
  public OllamaChatModel(Endpoint endpoint, Patience patience, SSLContext trust) {
    this(endpoint, patience, Optional.of(trust));
  }

  /// @param trust says whom an encrypted connection trusts; empty for those that Java does
  public OllamaChatModel(Endpoint endpoint, Patience patience, Optional<SSLContext> trust) {
    this.endpoint = endpoint;
    this.patience = patience;
    this.http = new OllamaHttp(endpoint, trust);
    this.json = new ModelJson(endpoint.label());
    this.keeper = new OllamaKeeper(endpoint, trust, patience);
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public Metrics chat(ChatRequest request, TokenSink sink) throws ModelException {
    StreamingChatCaller caller = new StreamingChatCaller(endpoint, http, patience, sink);
    OllamaChatRequest wire = WireRequest.of(request);
    return uninterrupted(() -> metrics(call(caller, wire), caller.firstTokenNanos()));
  }

  private static OllamaChatResponseModel call(StreamingChatCaller caller, OllamaChatRequest wire)
      throws ModelException, InterruptedException {
    try {
      return caller.callSync(wire).getResponseModel();
    } catch (OllamaException e) {
      if (e.getCause() instanceof ModelException why) {
        throw why;
      }
      throw new IllegalStateException(e);
    }
  }

  private static Metrics metrics(OllamaChatResponseModel last, long firstTokenNanos) {
    return new Metrics(
        orUnknown(last.getTotalDuration()),
        orUnknown(last.getLoadDuration()),
        orUnknown(last.getPromptEvalCount()),
        orUnknown(last.getPromptEvalDuration()),
        orUnknown(last.getEvalCount()),
        orUnknown(last.getEvalDuration()),
        firstTokenNanos);
  }

  private static long orUnknown(Number figure) {
    return figure == null ? -1 : figure.longValue();
  }

  @Override
  public String version() throws ModelException {
    return uninterrupted(() -> json.version(http.get("/api/version")));
  }

  @Override
  public List<ModelInfo> models() throws ModelException {
    return uninterrupted(() -> json.tags(http.get("/api/tags")));
  }

  @Override
  public ModelInfo details(String name) throws ModelException {
    return uninterrupted(() -> json.show(name, 0, http.post("/api/show", Map.of("model", name), name)));
  }

  @Override
  public ModelKeeper keeper() {
    return keeper;
  }

  @Override
  public void warm() {
    WarmUp.rehearse(endpoint);
    try {
      version();
    } catch (ModelException e) {
      Logger.debug("{} did not answer yet: {}", endpoint.label(), e.error().sentence());
    }
  }

  private interface Work<T> {
    T run() throws ModelException, InterruptedException;
  }

  /// The interrupt is what the caller asked for, so it becomes a value, and the thread may go on.
  private static <T> T uninterrupted(Work<T> work) throws ModelException {
    try {
      return work.run();
    } catch (InterruptedException e) {
      throw new ModelException(new ModelError.Cancelled(), e);
    }
  }
}
