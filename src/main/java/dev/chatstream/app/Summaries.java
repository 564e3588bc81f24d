package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import java.util.Optional;
import java.util.function.Supplier;
import org.tinylog.Logger;

/// Summaries that a model writes, one at a time; the chat is not touched by them.
final class Summaries {

  private final EventBus<Event> bus;
  private final Supplier<Optional<ModelServer>> server;
  private Thread running;

  Summaries(EventBus<Event> bus, Supplier<Optional<ModelServer>> server) {
    this.bus = bus;
    this.server = server;
  }

  /// Has one written; one that is being written is given up.
  synchronized void start(ModelCommand.Summarise wish) {
    stop();
    running = Thread.ofPlatform().daemon().name("summary").start(() -> write(wish));
  }

  /// Gives up the one that is being written.
  synchronized void stop() {
    if (running != null) {
      running.interrupt();
    }
  }

  private void write(ModelCommand.Summarise wish) {
    ChatRequest request = wish.request();
    StringBuilder text = new StringBuilder();
    try {
      Optional<ModelServer> known = server.get();
      if (known.isEmpty()) {
        throw new ModelException(new ModelError.Unreachable("The model server", "nobody has asked it yet"));
      }
      Logger.info("{} sums up the oldest messages", request.model());
      known.get().chat(request, (piece, thinking) -> text.append(thinking ? "" : piece));
      bus.publishEnding(new Event.Summarised(wish.messages(), text.toString(), ""));
    } catch (ModelException failed) {
      if (!(failed.error() instanceof ModelError.Cancelled)) {
        bus.publishEnding(new Event.Summarised(wish.messages(), text.toString(), failed.error().happened()));
      }
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "the summary ended unforeseen");
      bus.publishEnding(
          new Event.Summarised(wish.messages(), text.toString(), "That went wrong: a bug. The log says more."));
    }
  }
}
