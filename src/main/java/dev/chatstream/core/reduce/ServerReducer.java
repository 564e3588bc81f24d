package dev.chatstream.core.reduce;

import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.model.ModelChoice;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.ServerState;
import java.time.Instant;
import java.util.Optional;

/// What is known of the model server and of the embedded engine.
final class ServerReducer {

  /// Seconds until a server that was just lost is looked for.
  private static final long SOON = 2;

  /// Seconds until a silent server is asked again, by how often in a row it was silent before; later ever after.
  private static final long[] BACK_OFF = {5, 5, 10, 20, 40, 60};

  private final Prompts prompts;

  ServerReducer(Prompts prompts) {
    this.prompts = prompts;
  }

  Step reduce(AppState state, Event.FromServer event) {
    return switch (event) {
      case Event.ServerAnswered answered ->
        answered(state, answered).then(after -> TurnWatch.back(after, prompts));
      case Event.ServerSilent silent -> silent(state, silent);
      case Event.LoadedRead read -> Step.to(TurnWatch.loaded(state, read));
      case Event.Warmed warmed -> Prewarm.warmed(state);
      case Event.PullsChanged changed ->
        Step.to(state.with(state.server().with(state.server().watch().withPulls(changed.pulls()))));
      case Event.ModelsTold told -> ModelReducer.told(state, told);
      case Event.ModelShown shown -> ModelReducer.shown(state, shown.page());
      case Event.UsualRead read ->
        Step.to(state.with(state.server().with(state.server().watch().withUsual(read.model(), read.parameters()))));
      case Event.Summarised written -> Leaving.written(state, written);
      case Event.EngineProgressed progress -> engineProgressed(state, progress);
      case Event.EngineReady ready -> engineReady(state);
      case Event.EngineFailed failed -> engineFailed(state, failed.sentence());
    };
  }

  /// A turn that could not reach the server says that it is gone: it is asked again until it is back.
  static Step lost(Step step, Event.FromTurn event) {
    ServerState server = step.state().server();
    boolean gone = event instanceof Event.TurnFailed failed
        && failed.error() instanceof ModelError.Unreachable
        && server.up()
        && !server.embedded();
    if (!gone) {
      return step;
    }
    ModelError error = ((Event.TurnFailed) event).error();
    ServerState silent = server.silent(server.host(), error, step.state().now().plusSeconds(SOON));
    return new Step(step.state().with(silent), step.commands());
  }

  /// Brings the embedded engine up; from now on a silent server is no news.
  static Step startEngine(AppState state) {
    ServerState starting = state.server().withEngine(Optional.of(new EngineStage.Checking()), false);
    return Step.to(state.with(starting).open(new Dialog.Engine())).and(new Command.StartEngine());
  }

  /// Asks a silent server again when its time has come.
  Step timePassed(AppState state) {
    Instant next = state.server().nextTry();
    if (next == null || state.now().isBefore(next)) {
      return Step.to(state);
    }
    return Step.to(state.with(state.server().beingAsked())).and(new Command.Connect());
  }

  private Step answered(AppState state, Event.ServerAnswered answered) {
    ServerState before = state.server();
    String model = ModelChoice.among(answered.models(), before.wanted(), before.model());
    ServerState up = before.answered(answered.host(), answered.version(), answered.models(), model);
    // A question that waits was meant for this model on this host: nobody else is asked without the person's word.
    boolean same = answered.host().equals(before.host()) && model.equals(before.model());
    ServerState now = same ? up : up.with(up.watch().settled(Optional.empty()));
    AppState after = state.with(now).without(Dialog.NoServer.class);
    boolean asked = before.link() instanceof ServerState.Link.Asking;
    // Whoever types a host while another one answers by itself goes on typing.
    AppState shown = asked ? after.without(Dialog.Host.class) : after;
    Step step = Step.to(shown.with(told(shown, before)));
    return now.watch().loaded().isEmpty() ? step.and(new ModelCommand.AskLoaded(Optional.empty())) : step;
  }

  private static Notice told(AppState state, ServerState before) {
    ServerState server = state.server();
    if (server.models().isEmpty()) {
      return Notice.warning(
          Phrase.of(server.host() + " answers but has no models.").then(Action.MODEL, "gets one."), state.now());
    }
    boolean missing = !before.wanted().isEmpty() && !ModelChoice.names(before.wanted(), server.model());
    if (missing && !before.wanted().equals(before.model()) && !server.model().isEmpty()) {
      return Notice.warning(
          Phrase.of(before.wanted() + " isn't here; " + server.model() + " answers.")
              .then(Action.MODEL, "picks another."),
          state.now());
    }
    // At the start the status line says it; an offer that stands in the hint line stays.
    boolean news = before.link() instanceof ServerState.Link.Down || state.notice().words().isEmpty();
    return before.up() || !news ? state.notice() : Notice.info(server.host() + " answers.");
  }

  private static Step silent(AppState state, Event.ServerSilent silent) {
    boolean first = state.server().link() instanceof ServerState.Link.Asking;
    boolean busyWithEngine = state.server().engine().isPresent() || state.server().embedded();
    if (busyWithEngine) {
      return Step.to(state);
    }
    AppState after = state.with(
        state.server().silent(silent.host(), silent.error(), state.now().plusSeconds(backOff(state.server()))));
    // The dialog for the host says itself what became of it.
    boolean told = state.dialog().filter(Dialog.Host.class::isInstance).isPresent();
    return Step.to(first && !told ? after.open(new Dialog.NoServer()) : after);
  }

  private static long backOff(ServerState server) {
    return BACK_OFF[Math.min(server.tries(), BACK_OFF.length - 1)];
  }

  /// A stage that comes after the person has given up changes nothing.
  private static Step engineProgressed(AppState state, Event.EngineProgressed progress) {
    boolean wanted = state.dialogs().stream().anyMatch(Dialog.Engine.class::isInstance);
    return Step.to(wanted ? state.with(state.server().withEngine(Optional.of(progress.stage()), false)) : state);
  }

  private static Step engineReady(AppState state) {
    AppState after = state.with(state.server().withEngine(Optional.empty(), true))
        .without(Dialog.Engine.class)
        .without(Dialog.NoServer.class);
    return Step.to(after);
  }

  private static Step engineFailed(AppState state, String sentence) {
    boolean wasServer = state.server().embedded();
    ServerState without = state.server().withEngine(Optional.empty(), false);
    ServerState server = wasServer
        ? without.silent(without.host(), new ModelError.Unreachable(without.host(), "it ended"), null)
        : without;
    AppState after = state.with(server).without(Dialog.Engine.class);
    boolean nobody = wasServer || !server.up();
    AppState offered = nobody ? after.open(new Dialog.NoServer()) : after;
    return Step.to(offered.open(new Dialog.Message("Built-in engine", sentence)));
  }

}
