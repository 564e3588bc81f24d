package dev.chatstream.app;

import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import dev.chatstream.model.TokenSink;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tinylog.Logger;

/// Runs each turn on a thread of its own; stopping a turn interrupts it. A platform thread: one that waits in the
/// socket costs a fifth of what a virtual one and those that wake it do (docs/adr/0004).
final class Turns {

  private final EventBus<Event> bus;
  private final Map<UUID, Thread> running = new ConcurrentHashMap<>();

  Turns(EventBus<Event> bus) {
    this.bus = bus;
  }

  void start(Command.StartTurn command, ModelServer server) {
    UUID turn = command.turn();
    Thread thread = Thread.ofPlatform().daemon().name("turn-" + turn).unstarted(() -> answer(command, server));
    running.put(turn, thread);
    thread.start();
  }

  void stop(UUID turn) {
    Thread thread = running.get(turn);
    if (thread != null) {
      thread.interrupt();
    }
  }

  void stopAll() {
    running.values().forEach(Thread::interrupt);
  }

  private void answer(Command.StartTurn command, ModelServer server) {
    UUID turn = command.turn();
    String model = command.request().model();
    try {
      Logger.info("asking {}, messages: {}", model, command.request().history().size());
      Metrics metrics = server.chat(command.request(), sink(turn));
      Logger.info("{} answered, tokens: {}", model, metrics.tokens());
      bus.publishEnding(new Event.TurnCompleted(turn, metrics));
    } catch (ModelException failed) {
      log(model, failed.error());
      bus.publishEnding(new Event.TurnFailed(turn, failed.error()));
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "the turn ended unforeseen");
      ModelError error = new ModelError.Protocol(server.endpoint().label(), "the log says more");
      bus.publishEnding(new Event.TurnFailed(turn, error));
    } finally {
      running.remove(turn);
    }
  }

  private TokenSink sink(UUID turn) {
    boolean[] began = new boolean[1];
    return (text, thinking) -> {
      bus.publish(new Event.TokenReceived(turn, text, thinking, 1));
      if (!began[0]) {
        began[0] = true;
        bus.publish(new Event.TurnAnswering(turn));
      }
    };
  }

  private static void log(String model, ModelError error) {
    if (error instanceof ModelError.Cancelled) {
      Logger.info("{} was stopped", model);
    } else {
      Logger.warn("{}: {}", model, error.happened());
    }
  }
}
