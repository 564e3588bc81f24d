package dev.chatstream.core.reduce;

import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.model.ContextEstimate;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.ModelWatch;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.ServerState;
import dev.chatstream.core.state.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// What is to be known of a turn while it runs: whether its model has to be loaded first, how much it reads, and what
/// becomes of a question whose server is lost.
final class TurnWatch {

  private TurnWatch() {}

  /// A question was sent: says whether its model has to be loaded, and has that looked at beside the request, unless
  /// it is known that it has not.
  static Step begun(Step step) {
    Optional<Turn> turn = step.state().chat().turn();
    boolean asks = step.commands().stream().anyMatch(Command.StartTurn.class::isInstance);
    if (!asks || turn.isEmpty()) {
      return step;
    }
    AppState state = step.state();
    ModelWatch watch = state.server().watch();
    String model = turn.get().model();
    if (watch.ready(model, state.window(), state.now())) {
      return step;
    }
    boolean loading = watch.absent(model, state.window(), state.now());
    AppState after = state.with(state.chat().withTurn(Optional.of(turn.get().withLoading(loading))));
    return new Step(after, step.commands()).and(new ModelCommand.AskLoaded(Optional.of(turn.get().id())));
  }

  /// The server told what it has in memory. A model that is not there is being loaded; one that was not there when the
  /// question was sent may be named already while it is.
  static AppState loaded(AppState state, Event.LoadedRead read) {
    ServerState server = state.server();
    AppState known = state.with(server.with(server.watch().withLoaded(Optional.of(read.models()))));
    Optional<Turn> waiting = known.chat().turn()
        .filter(turn -> read.turn().filter(turn.id()::equals).isPresent() && turn.phase() == Turn.Phase.WAITING);
    if (waiting.isEmpty()) {
      return known;
    }
    Turn turn = waiting.get();
    boolean absent = known.server().watch().absent(turn.model(), known.window(), known.now());
    return known.with(known.chat().withTurn(Optional.of(turn.withLoading(turn.loading() || absent))));
  }

  /// Counts what a turn has to read, once it has waited for a second: on the way to the request there is no time.
  static AppState counted(AppState state) {
    Optional<Turn> turn = state.chat().turn()
        .filter(one -> one.phase() == Turn.Phase.WAITING && one.asked() == 0)
        .filter(one -> Duration.between(one.started(), state.now()).toSeconds() >= 1);
    if (turn.isEmpty()) {
      return state;
    }
    int sent = ContextEstimate.prompt(state.chat().context()) + ContextEstimate.tokens(turn.get().part());
    int tokens = state.server().watch().rate(turn.get().model()).of(sent);
    return state.with(state.chat().withTurn(Optional.of(turn.get().withAsked(Math.max(1, tokens)))));
  }

  /// How long nothing has come of the running turn, once that is a stall.
  static OptionalLong stalled(AppState state) {
    return state.chat().turn()
        .map(turn -> turn.stalled(state.now(), state.server().watch().wishes().stallSeconds()))
        .orElse(OptionalLong.empty());
  }

  /// After the end of a turn: what the server has in memory is another by now. One that lost its server is looked for,
  /// and the question waits for it when nothing of the answer had come.
  static Step ended(AppState before, Step step, Event.FromTurn event) {
    boolean over = before.chat().turn().filter(turn -> turn.id().equals(event.turn())).isPresent()
        && step.state().chat().turn().filter(turn -> turn.id().equals(event.turn())).isEmpty();
    if (!over) {
      return step;
    }
    if (event instanceof Event.TurnFailed failed) {
      return failed(step, failed.error());
    }
    AppState counted = event instanceof Event.TurnCompleted done
        ? Leaving.counted(before, step.state(), before.chat().turn().get(), done.metrics())
        : step.state();
    return new Step(counted, step.commands()).and(new ModelCommand.AskLoaded(Optional.empty()));
  }

  private static Step failed(Step step, ModelError error) {
    return switch (error) {
      case ModelError.Unreachable gone -> waiting(step, error);
      case ModelError.StreamTruncated cut -> waiting(step, error).and(new Command.Connect());
      // It was there when it was chosen: the list is old.
      case ModelError.ModelNotFound missing -> step.and(new Command.Connect());
      default -> step.and(new ModelCommand.AskLoaded(Optional.empty()));
    };
  }

  private static Step waiting(Step step, ModelError error) {
    AppState state = step.state();
    ServerState server = state.server();
    List<Message> all = state.chat().chat().conversation();
    if (all.isEmpty() || server.embedded()) {
      return step;
    }
    Message last = all.getLast();
    if (server.watch().resent().filter(last.id()::equals).isPresent()) {
      return step;
    }
    AppState waits = state.with(server.with(server.watch().waitingFor(last.id())));
    if (!last.unanswered()) {
      return new Step(waits, step.commands());
    }
    Phrase words = Phrase.of(error.happened() + " Your question waits for it.").then(Action.RETRY, "tries now.");
    return new Step(
        waits.with(waits.chat().withTrouble(words)).with(Notice.warning(words, waits.now())), step.commands());
  }

  /// The server is back: sends the question again that waited for it, and tells of a reply that was cut.
  static Step back(AppState state, Prompts prompts) {
    ServerState server = state.server();
    Optional<UUID> waiting = server.watch().waiting();
    if (waiting.isEmpty() || !server.up()) {
      return Step.to(state);
    }
    AppState settled = state.with(server.with(server.watch().settled(waiting)));
    List<Message> all = settled.chat().chat().conversation();
    boolean last = !all.isEmpty() && all.getLast().id().equals(waiting.get());
    boolean choosing = settled.dialogs().stream().anyMatch(Dialog.Overflow.class::isInstance);
    if (!last || choosing || settled.chat().turn().isPresent()) {
      return Step.to(settled);
    }
    if (all.getLast().unanswered()) {
      Notice told = Notice.info(server.host() + " is back. Your question was sent again.");
      return prompts.retry(settled)
          .then(sent -> Step.to(sent.chat().turn().isPresent() ? sent.with(told) : sent));
    }
    Phrase cut = Phrase.of(server.host() + " is back. What came of the reply is kept.")
        .then(Action.RETRY, "asks again.");
    return Step.to(settled.with(Notice.warning(cut, settled.now())));
  }
}
