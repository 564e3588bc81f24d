package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.tinylog.Logger;

/// The model server of the moment: which it is, whether it answers, what it has. Asking happens on virtual threads;
/// what a server answers after the person has gone to another one is dropped.
final class ServerLink {

  private static final String ENGINE_LABEL = "built-in engine";

  private final EventBus<Event> bus;
  private final Supplier<String> address;
  private final Hosts hosts;
  private Target target;
  private ModelError lastTrouble;
  private final AtomicBoolean warm = new AtomicBoolean();

  /// A server, and how the person knows it.
  private record Target(ModelServer server, String label) {}

  /// @param address the server that the person wants, asked for at the first connection
  /// @param hosts makes the clients of servers
  ServerLink(EventBus<Event> bus, Supplier<String> address, Hosts hosts) {
    this.bus = bus;
    this.address = address;
    this.hosts = hosts;
  }

  /// The server to ask; empty before the first connection.
  synchronized Optional<ModelServer> server() {
    return Optional.ofNullable(target).map(Target::server);
  }

  /// How the person knows it; empty before the first connection.
  synchronized Optional<String> label() {
    return Optional.ofNullable(target).map(Target::label);
  }

  /// Asks the server of the moment what it has.
  void connect() {
    Thread.ofVirtual().name("connect").start(() -> {
      Target known = current();
      if (known != null) {
        ask(known);
      } else {
        connectNow(address.get());
      }
    });
  }

  /// Changes to this server and asks it.
  ///
  /// @param then told when it answers
  void connectTo(String host, Runnable then) {
    Thread.ofVirtual().name("connect").start(() -> {
      if (connectNow(host)) {
        then.run();
      }
    });
  }

  /// Changes to the embedded engine.
  void useEngine(ModelServer running) {
    Target engine = new Target(running, ENGINE_LABEL);
    change(engine);
    Thread.ofVirtual().name("connect").start(() -> ask(engine));
  }

  /// The embedded engine has ended: the next connection asks the person's own server again.
  synchronized void forgetEngine() {
    if (target != null && target.label().equals(ENGINE_LABEL)) {
      target = null;
    }
  }

  /// Loads what a turn needs, although no server has answered.
  void rehearse() {
    server().ifPresent(this::warmUp);
  }

  private boolean connectNow(String host) {
    try {
      Hosts.Known known = hosts.known(host);
      Target other = new Target(known.server(), known.label());
      change(other);
      return ask(other);
    } catch (ModelException noAddress) {
      bus.publishEnding(new Event.ServerSilent(host, noAddress.error()));
      return false;
    }
  }

  private synchronized Target current() {
    return target;
  }

  private synchronized void change(Target other) {
    target = other;
    lastTrouble = null;
  }

  private boolean ask(Target asked) {
    try {
      String version = asked.server().version();
      List<ModelInfo> models = asked.server().models();
      if (asked != current()) {
        return false;
      }
      answered(asked, version, models);
      warmUp(asked.server());
      if (models.stream().anyMatch(model -> model.contextLength() == 0)) {
        fillIn(asked, version, models);
      }
      return true;
    } catch (ModelException failed) {
      silent(asked, failed.error());
      return false;
    }
  }

  private void answered(Target asked, String version, List<ModelInfo> models) {
    synchronized (this) {
      lastTrouble = null;
    }
    Logger.info("{} answers, version {}, models: {}", asked.label(), version, models.size());
    bus.publishEnding(new Event.ServerAnswered(asked.label(), version, models));
  }

  /// Logged once as long as it stays the same: a silent server is asked every few seconds.
  private void silent(Target asked, ModelError error) {
    synchronized (this) {
      if (asked != target) {
        return;
      }
      if (!error.equals(lastTrouble)) {
        lastTrouble = error;
        Logger.info(error.happened());
      }
    }
    bus.publishEnding(new Event.ServerSilent(asked.label(), error));
  }

  /// Loads what the first question needs, so that it does not wait for it.
  private void warmUp(ModelServer asked) {
    if (warm.compareAndSet(false, true)) {
      asked.warm();
    }
  }

  /// Older servers say in the list neither how long a window a model has nor what it can: that is asked model by
  /// model. One that can't say it stays as it was listed.
  private void fillIn(Target asked, String version, List<ModelInfo> models) {
    List<ModelInfo> full = new ArrayList<>();
    for (ModelInfo model : models) {
      full.add(filledIn(asked.server(), model));
    }
    if (asked == current()) {
      bus.publishEnding(new Event.ServerAnswered(asked.label(), version, full));
    }
  }

  /// A model as the server listed it, with what only its details tell.
  static ModelInfo filledIn(ModelServer server, ModelInfo listed) {
    if (listed.contextLength() > 0) {
      return listed;
    }
    try {
      return listed.with(server.details(listed.name()));
    } catch (ModelException unknown) {
      Logger.debug("{}: {}", listed.name(), unknown.error().happened());
      return listed;
    }
  }
}
