package dev.chatstream.app;

import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.engine.host.EngineException;
import dev.chatstream.engine.host.EngineListener;
import dev.chatstream.engine.host.EngineOptions;
import dev.chatstream.engine.host.EngineProcess;
import dev.chatstream.log.Secrets;
import dev.chatstream.model.Endpoint;
import dev.chatstream.model.ModelException;
import java.util.Map;
import org.tinylog.Logger;

/// The embedded engine: brought up on a virtual thread when somebody wants it, ended with the program.
final class EngineLink implements AutoCloseable {

  private final EventBus<Event> bus;
  private final EngineOptions options;
  private final ServerLink server;
  private Thread starting;
  private EngineProcess process;

  EngineLink(EventBus<Event> bus, EngineOptions options, ServerLink server) {
    this.bus = bus;
    this.options = options;
    this.server = server;
  }

  /// Brings it up, unless that is being done already.
  synchronized void start() {
    if (starting == null || !starting.isAlive()) {
      starting = Thread.ofVirtual().name("engine").start(this::bringUp);
    }
  }

  /// Gives up bringing it up.
  synchronized void cancel() {
    if (starting != null) {
      starting.interrupt();
    }
  }

  private void bringUp() {
    try {
      EngineProcess up = EngineProcess.start(options, new Reporter());
      synchronized (this) {
        process = up;
      }
      Secrets.register(up.secret());
      Endpoint endpoint = Endpoint.parse(up.uri().toString()).withSecret(up.secret());
      Logger.info("the built-in engine runs {} at {}", up.model(), up.uri());
      bus.publishEnding(new Event.EngineReady());
      server.useEngine(endpoint);
    } catch (EngineException told) {
      // The listener heard of it.
      Logger.warn("the built-in engine: {}", told.sentence());
    } catch (ModelException impossible) {
      bus.publishEnding(new Event.EngineFailed(impossible.error().sentence()));
    } catch (InterruptedException cancelled) {
      Logger.info("starting the built-in engine was cancelled");
    }
  }

  @Override
  public void close() {
    cancel();
    EngineProcess up;
    synchronized (this) {
      up = process;
    }
    if (up != null) {
      up.close();
    }
  }

  /// Tells the loop where the engine stands, and the log what it says.
  private final class Reporter implements EngineListener {

    @Override
    public void stage(dev.chatstream.engine.host.EngineStage stage) {
      switch (stage) {
        case dev.chatstream.engine.host.EngineStage.Checking checking -> tell(new EngineStage.Checking());
        case dev.chatstream.engine.host.EngineStage.Downloading loading ->
          tell(new EngineStage.Downloading(loading.done(), loading.total(), loading.secondsLeft()));
        case dev.chatstream.engine.host.EngineStage.Extracting extracting -> tell(new EngineStage.Extracting());
        case dev.chatstream.engine.host.EngineStage.Loading loading -> tell(new EngineStage.Loading());
        case dev.chatstream.engine.host.EngineStage.Ready ready -> {
          // The thread that started it goes on from here.
        }
        case dev.chatstream.engine.host.EngineStage.Failed failed ->
          bus.publishEnding(new Event.EngineFailed(failed.sentence()));
      }
    }

    @Override
    public void line(String line) {
      Logger.debug("engine: {}", line);
    }

    private void tell(EngineStage stage) {
      bus.publishEnding(new Event.EngineProgressed(stage));
    }
  }

  /// Tells in one sentence what starting it would download, how large that is and where it goes.
  static String describe(EngineOptions options, Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    String folder = options.cache().folder().toString();
    String shown = !home.isEmpty() && folder.startsWith(home) ? "~" + folder.substring(home.length()) : folder;
    long megabytes = options.model().downloadBytes() / 1_000_000;
    String title = options.model().name();
    return options.model().present(options.cache()) || megabytes == 0
        ? title + ", is here already"
        : title + ", " + megabytes + " MB to " + shown;
  }
}
