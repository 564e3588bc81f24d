package dev.chatstream.app;

import dev.chatstream.engine.host.EngineException;
import dev.chatstream.engine.host.EngineListener;
import dev.chatstream.engine.host.EngineOptions;
import dev.chatstream.engine.host.EngineProcess;
import dev.chatstream.log.Secrets;
import dev.chatstream.model.Endpoint;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import dev.chatstream.model.OllamaChatModel;
import java.util.function.BooleanSupplier;

/// An embedded engine that runs.
///
/// @param server talks to it
/// @param contextTokens the window it was started with
/// @param alive whether its process still runs
/// @param end ends it; may be called twice
record Engine(ModelServer server, int contextTokens, BooleanSupplier alive, Runnable end) {

  /// Starts engines.
  interface Starter {
    /// Blocks until the engine answers; an interrupt cancels it and leaves no process behind.
    ///
    /// @param contextTokens the window
    Engine start(int contextTokens, EngineListener listener)
        throws EngineException, ModelException, InterruptedException;
  }

  /// Starts the real one.
  static Starter starter(EngineOptions options) {
    return (contextTokens, listener) -> {
      EngineProcess process = EngineProcess.start(options.withContext(contextTokens), listener);
      Secrets.register(process.secret());
      Endpoint endpoint = Endpoint.parse(process.uri().toString()).withSecret(process.secret());
      return new Engine(new OllamaChatModel(endpoint), contextTokens, process::alive, process::close);
    };
  }
}
