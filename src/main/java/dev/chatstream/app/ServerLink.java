package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.model.Endpoint;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import dev.chatstream.model.OllamaChatModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.tinylog.Logger;

/// The model server of the moment: which it is, whether it answers, what it has. Asking happens on virtual threads.
final class ServerLink {

  private static final String ENGINE_LABEL = "built-in engine";

  private final EventBus<Event> bus;
  private final Supplier<String> address;
  private final Optional<String> key;
  private final AtomicInteger attempt = new AtomicInteger();
  private volatile ModelServer server;
  private volatile boolean embedded;
  private volatile ModelError lastTrouble;
  private boolean warm;

  /// @param address the server that the person wants, asked for at the first connection
  /// @param key what a server that wants one gets; empty for none
  ServerLink(EventBus<Event> bus, Supplier<String> address, Optional<String> key) {
    this.bus = bus;
    this.address = address;
    this.key = key;
  }

  /// The server to ask; empty before the first connection.
  Optional<ModelServer> server() {
    return Optional.ofNullable(server);
  }

  /// Asks the server of the moment what it has.
  void connect() {
    int asking = attempt.get();
    Thread.ofVirtual().name("connect").start(() -> {
      try {
        if (server == null) {
          use(address.get());
        }
        ask(server, asking);
      } catch (ModelException failed) {
        silent(address.get(), failed.error(), asking);
      }
    });
  }

  /// Changes to this server and asks it.
  ///
  /// @param then told when it answers
  void connectTo(String host, Runnable then) {
    int asking = attempt.incrementAndGet();
    Thread.ofVirtual().name("connect").start(() -> {
      try {
        Endpoint endpoint = endpoint(host);
        ModelServer other = new OllamaChatModel(endpoint);
        embedded = false;
        server = other;
        if (ask(other, asking)) {
          then.run();
        }
      } catch (ModelException failed) {
        silent(host, failed.error(), asking);
      }
    });
  }

  /// Loads what a turn needs, although no server has answered.
  void rehearse() {
    server().ifPresent(this::warmUp);
  }

  /// Changes to the embedded engine.
  void useEngine(Endpoint endpoint) {
    attempt.incrementAndGet();
    embedded = true;
    server = new OllamaChatModel(endpoint);
    connect();
  }

  private void use(String host) throws ModelException {
    server = new OllamaChatModel(endpoint(host));
  }

  private Endpoint endpoint(String host) throws ModelException {
    Endpoint endpoint = Endpoint.parse(host);
    return key.isPresent() ? endpoint.withSecret(key.get()) : endpoint;
  }

  private boolean ask(ModelServer asked, int asking) {
    String host = embedded ? ENGINE_LABEL : asked.endpoint().label();
    try {
      String version = asked.version();
      List<ModelInfo> models = asked.models();
      if (asking != attempt.get()) {
        return false;
      }
      lastTrouble = null;
      Logger.info("{} answers, version {}, models: {}", host, version, models.size());
      bus.publishEnding(new Event.ServerAnswered(host, version, models));
      warmUp(asked);
      fillIn(asked, host, version, models);
      return true;
    } catch (ModelException failed) {
      silent(host, failed.error(), asking);
      return false;
    }
  }

  /// Logged once as long as it stays the same: a silent server is asked every few seconds.
  private void silent(String host, ModelError error, int asking) {
    if (asking != attempt.get()) {
      // The person has named another host meanwhile: what became of this one would be taken for that one's answer.
      return;
    }
    if (!error.equals(lastTrouble)) {
      lastTrouble = error;
      Logger.info(error.happened());
    }
    bus.publishEnding(new Event.ServerSilent(host, error));
  }

  /// Loads what the first question needs, so that it does not wait for it.
  private synchronized void warmUp(ModelServer asked) {
    if (!warm) {
      warm = true;
      asked.warm();
    }
  }

  /// Older servers say in the list neither how long a window a model has nor what it can: that is asked model by model.
  private void fillIn(ModelServer asked, String host, String version, List<ModelInfo> models) throws ModelException {
    if (models.stream().allMatch(model -> model.contextLength() > 0)) {
      return;
    }
    List<ModelInfo> full = new ArrayList<>();
    for (ModelInfo model : models) {
      full.add(model.contextLength() > 0 ? model : with(model, asked.details(model.name())));
    }
    if (asked == server) {
      bus.publishEnding(new Event.ServerAnswered(host, version, full));
    }
  }

  private static ModelInfo with(ModelInfo listed, ModelInfo details) {
    return new ModelInfo(
        listed.name(),
        listed.diskBytes(),
        listed.parameters(),
        listed.parameterLabel(),
        listed.quantization(),
        listed.family(),
        listed.capabilities().isEmpty() ? details.capabilities() : listed.capabilities(),
        details.contextLength());
  }
}
