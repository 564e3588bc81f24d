package dev.chatstream.app;

import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.model.OwnParameters;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelKeeper;
import dev.chatstream.model.ModelServer;
import java.util.Optional;
import java.time.Duration;
import java.util.function.Supplier;
import org.tinylog.Logger;

/// What is asked of the server about its models, each on a virtual thread of its own; the pulls have theirs.
final class ModelJobs {

  /// How long a look at the server's memory lets the question that it stands beside go first.
  private static final Duration QUESTION_FIRST = Duration.ofMillis(150);

  private final EventBus<Event> bus;
  private final Supplier<Optional<ModelServer>> server;
  private final Pulls pulls;
  private final Summaries summaries;

  /// @param server the one of the moment
  ModelJobs(EventBus<Event> bus, Supplier<Optional<ModelServer>> server) {
    this.bus = bus;
    this.server = server;
    this.pulls = new Pulls(bus, server);
    this.summaries = new Summaries(bus, server);
  }

  /// Does it; never waits.
  void run(ModelCommand command) {
    switch (command) {
      case ModelCommand.PullModel pull -> pulls.add(pull.name());
      case ModelCommand.StopPull stop -> pulls.stop(stop.name());
      case ModelCommand.ForgetPull forget -> pulls.forget(forget.name());
      case ModelCommand.Summarise summarise -> summaries.start(summarise);
      case ModelCommand.StopSummary stop -> summaries.stop();
      case ModelCommand.AskLoaded look when look.turn().isPresent() ->
        Thread.ofVirtual().name("models").start(() -> askLater(look));
      default -> Thread.ofVirtual().name("models").start(() -> server.get().ifPresent(known -> ask(command, known)));
    }
  }

  /// Ends what is under way; the server keeps what came.
  void stop() {
    pulls.close();
    summaries.stop();
  }

  /// The question that this stands beside goes first; nobody reads within a moment that a model is loading.
  private void askLater(ModelCommand.AskLoaded look) {
    try {
      Thread.sleep(QUESTION_FIRST);
      server.get().ifPresent(known -> ask(look, known));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(ModelCommand command, ModelServer known) {
    try {
      ask(command, known.keeper());
    } catch (ModelException failed) {
      Logger.info("{}: {}", known.endpoint().label(), failed.error().happened());
      failed(command, failed.error());
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "asking the server about its models");
      failed(command, new ModelError.Protocol(known.endpoint().label(), "the log says more"));
    }
  }

  private void ask(ModelCommand command, ModelKeeper keeper) throws ModelException {
    switch (command) {
      case ModelCommand.AskLoaded look -> bus.publishEnding(new Event.LoadedRead(keeper.loaded(), look.turn()));
      case ModelCommand.Warm warm -> {
        keeper.load(warm.model(), warm.contextTokens());
        bus.publishEnding(new Event.Warmed(warm.model()));
      }
      case ModelCommand.DeleteModel delete -> {
        keeper.delete(delete.name());
        told(Phrase.of(delete.name() + " is deleted."), false);
      }
      case ModelCommand.CopyModel copy -> {
        keeper.copy(copy.from(), copy.to());
        told(Phrase.of(copy.from() + " is called " + copy.to() + " too."), false);
      }
      case ModelCommand.AskUsual usual -> bus.publishEnding(
          new Event.UsualRead(usual.name(), OwnParameters.read(keeper.page(usual.name()).parameters())));
      case ModelCommand.ShowModel show -> bus.publishEnding(new Event.ModelShown(keeper.page(show.name())));
      default -> throw new IllegalArgumentException("not asked of the keeper: " + command);
    }
  }

  /// What nobody waits for is in the log only; the question that comes will say what is wrong.
  private void failed(ModelCommand command, ModelError error) {
    switch (command) {
      case ModelCommand.AskLoaded look -> Logger.debug("what is in the server's memory is not known");
      case ModelCommand.AskUsual usual -> Logger.debug("what {} brings along is not known", usual.name());
      case ModelCommand.Warm warm -> bus.publishEnding(new Event.Warmed(warm.model()));
      default -> told(
          error instanceof ModelError.ModelNotFound missing
              ? Phrase.of(missing.happened()).then(Action.MODEL, "shows what is.")
              : Phrase.of(error.happened()),
          true);
    }
  }

  private void told(Phrase sentence, boolean failed) {
    bus.publishEnding(new Event.ModelsTold(sentence, failed));
  }
}
