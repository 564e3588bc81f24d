package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.model.MadeTasks;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import dev.chatstream.ui.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tinylog.Logger;

/// Tasks that a model makes, one answer at a time; neither chat nor list is touched by them.
final class TaskMaking {

  /// How often the screen hears how far it is.
  private static final long STEP_NANOS = Duration.ofMillis(250).toNanos();

  /// An answer that is longer is rubbish, in characters.
  private static final int LONGEST = 200_000;

  private final EventBus<Event> bus;
  private final Supplier<Optional<ModelServer>> server;
  private Thread running;

  TaskMaking(EventBus<Event> bus, Supplier<Optional<ModelServer>> server) {
    this.bus = bus;
    this.server = server;
  }

  /// Asks; an answer that is still coming is given up.
  synchronized void start(TalkCommand.MakeTasks wish) {
    stop();
    running = Thread.ofPlatform().daemon().name("tasks").start(() -> make(wish));
  }

  /// Gives up the answer that is coming.
  synchronized void stop() {
    if (running != null) {
      running.interrupt();
    }
  }

  private void make(TalkCommand.MakeTasks wish) {
    StringBuilder text = new StringBuilder();
    try {
      Optional<ModelServer> known = server.get();
      if (known.isEmpty()) {
        throw new ModelException(new ModelError.Unreachable("The model server", "nobody has asked it yet"));
      }
      Logger.info("{} looks for tasks", wish.request().model());
      long[] next = {System.nanoTime()};
      known.get().chat(wish.request(), (piece, thinking) -> {
        text.append(thinking ? "" : piece);
        if (text.length() > LONGEST) {
          throw new InterruptedException("the answer is too long");
        }
        if (System.nanoTime() - next[0] >= 0) {
          next[0] = System.nanoTime() + STEP_NANOS;
          bus.publishEnding(new TalkEvent.TasksComing(wish.number(), text.length()));
        }
      });
      told(wish, MadeTasks.of(text.toString()));
    } catch (ModelException failed) {
      failed(wish, text, failed.error());
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "looking for tasks ended unforeseen");
      told(wish, new MadeTasks(List.of(), "That went wrong: a bug. The log says more."));
    }
  }

  /// What came before an end that was not asked for is looked at, too.
  private void failed(TalkCommand.MakeTasks wish, StringBuilder text, ModelError error) {
    boolean tooLong = text.length() > LONGEST;
    if (error instanceof ModelError.Cancelled && !tooLong) {
      return;
    }
    MadeTasks came = MadeTasks.of(text.toString());
    String why = tooLong ? "The model did not come to an end." : error.happened();
    told(wish, new MadeTasks(came.tasks(), why));
  }

  private void told(TalkCommand.MakeTasks wish, MadeTasks made) {
    Logger.info("{} came{}", Words.count(made.tasks().size(), "task"),
        made.problem().isEmpty() ? "" : ": " + made.problem());
    bus.publishEnding(new TalkEvent.TasksMade(wish.number(), made.tasks(), made.problem()));
  }
}
