package dev.chatstream.core.reduce;

import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.model.ModelPage;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;

/// What is done with a server's models: fetched, deleted, copied, looked at.
final class ModelReducer {

  private ModelReducer() {}

  static Step choose(AppState state, Choice.OfModels choice) {
    return switch (choice) {
      case Choice.WantModelMenu menu -> Step.to(state.open(new Dialog.ModelMenu(menu.model())));
      case Choice.WantPull wish -> Step.to(state.without(Dialog.ModelMenu.class).open(new Dialog.PullName()));
      case Choice.PullModel pull -> Step.to(state.without(Dialog.PullName.class).without(Dialog.ModelMenu.class))
          .and(new ModelCommand.PullModel(pull.name()));
      case Choice.StopPull stop -> Step.to(state.without(Dialog.ModelMenu.class))
          .and(new ModelCommand.StopPull(stop.name()));
      case Choice.ForgetPull forget -> Step.to(state.without(Dialog.ModelMenu.class))
          .and(new ModelCommand.ForgetPull(forget.name()));
      case Choice.ShowModel show -> Step.to(state.without(Dialog.ModelMenu.class))
          .and(new ModelCommand.ShowModel(show.name()));
      case Choice.WantCopy wish ->
        Step.to(state.without(Dialog.ModelMenu.class).open(new Dialog.CopyModel(wish.name())));
      case Choice.CopyModel copy -> Step.to(state.without(Dialog.CopyModel.class))
          .and(new ModelCommand.CopyModel(copy.from(), copy.to()));
      case Choice.WantDelete wish ->
        Step.to(state.without(Dialog.ModelMenu.class).open(new Dialog.DeleteModel(wish.name())));
      case Choice.DeleteModel delete -> Step.to(state.without(Dialog.DeleteModel.class))
          .and(new ModelCommand.DeleteModel(delete.name()));
    };
  }

  /// What became of it; where that went well the list of models is another.
  static Step told(AppState state, Event.ModelsTold told) {
    return told.failed()
        ? Step.to(state.with(Notice.warning(told.sentence(), state.now())))
        : Step.to(state.with(Notice.info(told.sentence()))).and(new Command.Connect());
  }

  static Step shown(AppState state, ModelPage page) {
    return Step.to(state.open(new Dialog.ModelFacts(page)));
  }
}
