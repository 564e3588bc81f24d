package dev.chatstream.core.reduce;

import dev.chatstream.core.event.RunChoice;
import dev.chatstream.core.event.RunCommand;
import dev.chatstream.core.event.RunEvent;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.run.ServerModels;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.RunState;
import java.util.Optional;

/// Runs of task lists: the form, the window, what comes of them.
final class RunReducer {

  /// More rows than these are not begun untried without a word.
  private static final int MANY = 100;

  private RunReducer() {}

  static Step reduce(AppState state, RunEvent event) {
    return switch (event) {
      case RunEvent.FormKnown known -> {
        AppState with = state.with(state.runs().with(known.form()));
        yield Step.to(known.open() ? with.without(Dialog.Run.class).open(new Dialog.RunForm()) : with);
      }
      case RunEvent.RowTried tried -> Step.to(state.with(trial(state, tried.trial())));
      case RunEvent.SendingAsked asked -> Step.to(state.with(state.runs().form()
          .map(form -> state.runs().with(form.with(form.preview().with(RunForm.Trial.NONE).possible("", true))))
          .orElse(state.runs())).open(new Dialog.RunSending(asked)));
      case RunEvent.RunSeen seen -> seen(state, seen);
      case RunEvent.RowRead read -> Step.to(state.open(new Dialog.Message(read.title(), read.text())));
      case RunEvent.RunTold told -> Step.to(state.with(
          told.warns() ? Notice.warning(told.sentence(), state.now()) : Notice.info(told.sentence())));
      case RunEvent.RunUnfinished left -> Step.to(state.with(Notice.warning(
          Phrase.of("A run of " + left.list() + " isn't finished.")
              .then(Action.RUN, "goes on at row " + left.index() + "."),
          state.now())));
    };
  }

  private static RunState trial(AppState state, RunForm.Trial trial) {
    return state.runs().form().map(form -> state.runs().with(form.with(form.preview().with(trial))))
        .orElse(state.runs());
  }

  private static ServerModels server(AppState state) {
    return new ServerModels(state.server().model(), state.server().models().stream().map(ModelInfo::name).toList());
  }

  /// Opens the run that there is, or the form of a new one.
  static Step open(AppState state) {
    return Step.to(state).and(new RunCommand.OpenRun(server(state)));
  }

  /// Opens the form of a new run of these rows of a list.
  ///
  /// @param rows as a filter; empty for those of the last time
  static Step put(AppState state, String list, Optional<String> rows) {
    return Step.to(state).and(new RunCommand.NewRun(list, server(state), rows));
  }

  static Step choose(AppState state, RunChoice choice) {
    return switch (choice) {
      case RunChoice.NewRun wish -> put(state, wish.list(), Optional.empty());
      case RunChoice.WantField wish -> Step.to(state.open(new Dialog.RunField(wish.field())));
      case RunChoice.SetField set -> setField(state, set);
      case RunChoice.TryRow wish -> tryRow(state);
      case RunChoice.Start wish -> start(state);
      case RunChoice.AllowSending allowed -> Step.to(state.without(Dialog.RunSending.class))
          .and(new RunCommand.AllowSending(allowed.where()))
          .then(allowed.trial() ? RunReducer::tryRow : RunReducer::begin);
    };
  }

  private static Step tryRow(AppState state) {
    return state.runs().form().filter(form -> form.preview().possible())
        .map(form -> Step.to(state.with(trial(state, new RunForm.Trial(true, -1, ""))))
            .and(new RunCommand.TryRow(form)))
        .orElse(Step.to(state));
  }

  private static Step setField(AppState state, RunChoice.SetField set) {
    Optional<RunForm> form = state.runs().form().map(before -> before.with(set.field(), set.text()));
    AppState closed = state.without(Dialog.RunField.class);
    return form.isEmpty()
        ? Step.to(closed)
        : Step.to(closed.with(state.runs().with(form.get()))).and(new RunCommand.PreviewRun(form.get()));
  }

  private static Step start(AppState state) {
    Optional<RunForm> form = state.runs().form().filter(known -> known.preview().possible());
    if (form.isEmpty()) {
      return Step.to(state);
    }
    boolean untried = form.get().preview().trial().millis() < 0 && form.get().preview().rows() > MANY;
    if (untried && !state.runs().sure()) {
      return Step.to(state.with(state.runs().told()).with(Notice.info(
          "No row was tried yet. The same key once more begins all " + form.get().preview().rows() + " rows.")));
    }
    return begin(state);
  }

  /// The form stays until the run is there, so that nothing is lost when it is refused; it can't be begun twice.
  private static Step begin(AppState state) {
    return state.runs().form().filter(form -> form.preview().possible())
        .map(form -> Step.to(state.with(state.runs().with(form.with(form.preview().possible("Starting ...", false)))))
            .and(new RunCommand.StartRun(form)))
        .orElse(Step.to(state));
  }

  /// Asks for the next news only while somebody looks.
  private static Step seen(AppState state, RunEvent.RunSeen seen) {
    AppState with = state.with(state.runs().with(seen.view()));
    AppState shown = seen.open() ? with.without(Dialog.RunForm.class).open(new Dialog.Run()) : with;
    boolean looks = shown.dialogs().stream().anyMatch(Dialog.Run.class::isInstance);
    return looks ? Step.to(shown).and(new RunCommand.LookAtRun(seen.view().first())) : Step.to(shown);
  }
}
