package dev.chatstream.app;

import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import dev.chatstream.model.TokenSink;
import java.util.Map;
import dev.chatstream.core.model.ChatRequest;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tinylog.Logger;

/// Runs each turn on a thread of its own; stopping a turn interrupts it. A platform thread: one that waits in the
/// socket costs a fifth of what a virtual one and those that wake it do (docs/adr/0004).
///
/// What is told of a turn is given to its journal first: the question before it is sent, each token, and how it ended.
final class Turns {

  private final EventBus<Event> bus;
  private final JournalWorker journal;
  private final Map<UUID, Thread> running = new ConcurrentHashMap<>();

  Turns(EventBus<Event> bus, JournalWorker journal) {
    this.bus = bus;
    this.journal = journal;
  }

  void start(Command.StartTurn command, ModelServer server) {
    UUID turn = command.turn();
    Thread thread = Thread.ofPlatform().daemon().name("turn-" + turn).unstarted(() -> answer(command, server));
    journal.begin(command.asked());
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
      Metrics metrics = server.chat(command.request(), sink(command));
      Logger.info("{} answered, tokens: {}", model, metrics.tokens());
      journal.end(turn, MessageState.DONE);
      bus.publishEnding(new Event.TurnCompleted(turn, metrics));
    } catch (ModelException failed) {
      log(model, failed.error());
      journal.end(turn, end(failed.error()));
      bus.publishEnding(new Event.TurnFailed(turn, failed.error()));
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "the turn ended unforeseen");
      journal.end(turn, MessageState.FAILED);
      ModelError error = new ModelError.Protocol(server.endpoint().label(), "the log says more");
      bus.publishEnding(new Event.TurnFailed(turn, error));
    } finally {
      running.remove(turn);
    }
  }

  private TokenSink sink(Command.StartTurn command) {
    UUID turn = command.turn();
    return new TokenSink() {
      private boolean began;

      @Override
      public void sending() {
        journal.awaitQuestion(turn);
        ChatRequest request = command.request();
        Logger.info("asking {}, messages: {}", request.model(), request.history().size());
      }

      @Override
      public void token(String text, boolean thinking) throws InterruptedException {
        journal.take(turn, text, thinking);
        bus.publish(new Event.TokenReceived(turn, text, thinking, 1));
        if (!began) {
          began = true;
          bus.publish(new Event.TurnAnswering(turn));
        }
      }
    };
  }

  private static MessageState end(ModelError error) {
    return switch (error) {
      case ModelError.Cancelled stopped -> MessageState.STOPPED;
      case ModelError.StreamTruncated cut -> MessageState.CUT;
      case ModelError.Timeout cut -> MessageState.CUT;
      default -> MessageState.FAILED;
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
