package dev.chatstream.app;

import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.engine.host.EngineException;
import dev.chatstream.engine.host.EngineListener;
import dev.chatstream.engine.host.EngineOptions;
import dev.chatstream.model.ModelException;
import java.util.Map;
import org.tinylog.Logger;

/// The embedded engine: brought up on a virtual thread when somebody wants it, ended with the program. There is one
/// attempt at a time; each ends the one before it.
final class EngineLink implements AutoCloseable {

  private final EventBus<Event> bus;
  private final Engine.Starter starter;
  private final ServerLink server;
  private Attempt attempt;

  EngineLink(EventBus<Event> bus, Engine.Starter starter, ServerLink server) {
    this.bus = bus;
    this.starter = starter;
    this.server = server;
  }

  /// Brings it up; an engine that runs already is used again.
  synchronized void start() {
    if (attempt != null && attempt.runs()) {
      Thread.ofVirtual().name("engine").start(attempt::use);
      return;
    }
    Attempt before = attempt;
    if (before != null) {
      before.cancel();
    }
    attempt = new Attempt();
    attempt.start(before);
  }

  /// Gives up bringing it up.
  synchronized void cancel() {
    if (attempt != null && !attempt.inUse()) {
      attempt.cancel();
    }
  }

  @Override
  public synchronized void close() {
    if (attempt != null) {
      attempt.cancel();
    }
  }

  /// One try to bring the engine up, and the engine that came of it.
  private final class Attempt implements EngineListener, EngineServer.Listener {

    private Thread thread;
    private EngineServer running;
    private boolean cancelled;
    private boolean used;

    void start(Attempt before) {
      thread = Thread.ofVirtual().name("engine").start(() -> {
        try {
          if (before != null) {
            before.thread.join();
          }
          bringUp();
        } catch (InterruptedException given) {
          Logger.info("starting the built-in engine was cancelled");
        } catch (EngineException told) {
          // The listener heard of it.
          Logger.warn("the built-in engine: {}", told.sentence());
        } catch (ModelException noAddress) {
          bus.publishEnding(new Event.EngineFailed(noAddress.error().happened()));
        } catch (RuntimeException | Error unforeseen) {
          Logger.error(unforeseen, "the built-in engine");
          bus.publishEnding(new Event.EngineFailed("The built-in engine could not start: a bug. The log says more."));
        }
      });
    }

    private void bringUp() throws EngineException, ModelException, InterruptedException {
      Engine first = starter.start(ChatState.DEFAULT_CONTEXT, this);
      EngineServer up = new EngineServer(first, starter, this);
      boolean unwanted;
      synchronized (this) {
        running = up;
        unwanted = cancelled;
      }
      if (unwanted) {
        up.close();
        return;
      }
      Logger.info("the built-in engine runs");
      use();
    }

    synchronized boolean runs() {
      return running != null && running.alive();
    }

    synchronized boolean inUse() {
      return used;
    }

    void use() {
      EngineServer up;
      synchronized (this) {
        if (cancelled) {
          return;
        }
        used = true;
        up = running;
      }
      bus.publishEnding(new Event.EngineReady());
      server.useEngine(up);
    }

    void cancel() {
      EngineServer up;
      synchronized (this) {
        cancelled = true;
        up = running;
      }
      thread.interrupt();
      if (up != null) {
        up.close();
      }
    }

    private synchronized boolean wanted() {
      return !cancelled;
    }

    @Override
    public void stage(EngineStage stage) {
      if (wanted()) {
        bus.publishEnding(new Event.EngineProgressed(stage));
      }
    }

    @Override
    public void growing(int contextTokens) {
      bus.publishEnding(new Event.Said("The built-in engine starts anew with the larger window ..."));
    }

    @Override
    public void ended(String sentence) {
      failed(sentence);
    }

    @Override
    public void failed(String sentence) {
      if (wanted()) {
        server.forgetEngine();
        bus.publishEnding(new Event.EngineFailed(sentence));
      }
    }

    @Override
    public void line(String line) {
      Logger.debug("engine: {}", line);
    }
  }

  /// Tells in one sentence what starting it would download, how large that is and where it goes.
  static String describe(EngineOptions options, Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    String folder = options.cache().folder().toString();
    String shown = !home.isEmpty() && folder.startsWith(home) ? "~" + folder.substring(home.length()) : folder;
    long bytes = options.model().downloadBytes();
    String name = options.model().name();
    if (options.model().present(options.cache()) || bytes == 0) {
      return name + ", is here already";
    }
    String size = bytes < 0 ? "from " + options.model().origin() : bytes / 1_000_000 + " MB";
    return name + ", " + size + " to " + shown;
  }
}
