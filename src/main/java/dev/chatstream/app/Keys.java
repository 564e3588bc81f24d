package dev.chatstream.app;

import dev.chatstream.log.Secrets;
import dev.chatstream.model.Endpoint;
import dev.chatstream.model.ModelException;
import java.util.Map;
import java.util.Optional;

/// The key that a model server may want: `OLLAMA_API_KEY`.
final class Keys {

  private Keys() {}

  /// The key of this environment; from now on no log shows it.
  static Optional<String> of(Map<String, String> environment) {
    String key = environment.getOrDefault("OLLAMA_API_KEY", "").strip();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Secrets.register(key);
    return Optional.of(key);
  }

  /// This endpoint with the key, where nobody on the way can read it: over TLS, or on this machine.
  static Endpoint given(Endpoint endpoint, Optional<String> key) throws ModelException {
    return key.isPresent() && safe(endpoint) ? endpoint.withSecret(key.get()) : endpoint;
  }

  /// Whether nobody on the way can read what is sent there.
  static boolean safe(Endpoint endpoint) {
    return endpoint.isLoopback() || "https".equals(endpoint.uri().getScheme());
  }
}
