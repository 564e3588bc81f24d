package dev.chatstream.core.reduce;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.TalkState;
import dev.chatstream.core.state.TalkState.Making;
import java.util.Optional;

/// Between a chat and the lists that are made of it: what is marked, how new rows compare with a list, and which tasks
/// a model finds.
final class TalkReducer {

  private TalkReducer() {}

  /// Opens the screen on which rows are made of a chat.
  static Step open(AppState state, Dialog.ToTasks dialog) {
    TalkState talk = state.talk().comparing().with(Optional.empty());
    return Step.to(state.with(talk).without(Dialog.MessageMenu.class).open(dialog)).and(new Command.ReadLists());
  }

  static Step choose(AppState state, Choice.OnTalk choice) {
    TalkState talk = state.talk();
    return switch (choice) {
      case TalkChoice.Mark mark -> Step.to(state.with(talk.flip(mark.message())));
      case TalkChoice.WantTasks wish -> open(state, new Dialog.ToTasks(wish.message(), wish.block(), false));
      case TalkChoice.CompareRows wish -> compare(state.with(talk.comparing()), wish);
      case TalkChoice.AddTasks add ->
        Step.to(state).and(new StoreCommand.AppendTasks(add.list(), add.create(), add.tasks()));
      case TalkChoice.OpenSource source -> SourceReducer.look(state, source.source());
      case TalkChoice.WantRows wish -> SourceReducer.wantRows(state, wish.message());
      case TalkChoice.OpenRow row -> SourceReducer.openRow(state, row.row());
      case TalkChoice.WantCategories wish -> CategoryReducer.open(state, wish.list());
      case TalkChoice.ShowCategory wish -> CategoryReducer.show(state, wish);
      case TalkChoice.SortRows wish -> CategoryReducer.sort(state, wish);
      case TalkChoice.SetCategories set -> CategoryReducer.write(state, set);
      case TalkChoice.MakeTasks make -> make(state, make.text());
      case TalkChoice.StopMaking stop -> stop(state);
    };
  }

  private static Step compare(AppState state, TalkChoice.CompareRows wish) {
    return Step.to(state)
        .and(new TalkCommand.CompareRows(state.talk().asked(), wish.list(), wish.rows()));
  }

  private static Step make(AppState state, String text) {
    Optional<Phrase> why = whyNotMake(state);
    if (why.isPresent()) {
      return Step.to(state.with(Notice.warning(why.get(), state.now())));
    }
    ChatRequest request = TaskOrder.of(state, text);
    TalkState talk = state.talk().beginMaking(request.model(), state.now());
    return Step.to(state.with(talk)).and(new TalkCommand.MakeTasks(talk.asked(), request));
  }

  /// Why no model can be asked for tasks now.
  static Optional<Phrase> whyNotMake(AppState state) {
    if (state.server().model().isEmpty()) {
      return Optional.of(Phrase.of("No model answers, so none can be asked for tasks."));
    }
    return state.chat().turn().isPresent()
        ? Optional.of(Phrase.of("The model is not free: a reply is coming."))
        : Optional.empty();
  }

  /// What the model makes is wanted no more.
  static Step stop(AppState state) {
    boolean coming = state.talk().making().filter(Making::coming).isPresent();
    Step step = Step.to(state.with(state.talk().with(Optional.empty())));
    return coming ? step.and(new TalkCommand.StopMaking()) : step;
  }

  static Step reduce(AppState state, TalkEvent event, TurnReducer turns) {
    TalkState talk = state.talk();
    return switch (event) {
      case TalkEvent.Compared compared -> Step.to(
          compared.comparison().number() == talk.asked() ? state.with(talk.with(compared.comparison())) : state);
      case TalkEvent.TasksComing coming -> Step.to(making(state, coming.number())
          .map(old -> state.with(talk.with(Optional.of(new Making(
              old.number(), old.model(), old.begun(), coming.characters(), Optional.empty(), "")))))
          .orElse(state));
      case TalkEvent.TasksMade made -> Step.to(making(state, made.number())
          .map(old -> state.with(talk.with(Optional.of(new Making(
              old.number(), old.model(), old.begun(), old.characters(), Optional.of(made.tasks()), made.problem())))))
          .orElse(state));
      case TalkEvent.TasksTakenBack back -> takenBack(state, back);
      case TalkEvent.CategoriesCounted counted -> Step.to(CategoryReducer.counted(state, counted));
      case TalkEvent.Sorting coming -> Step.to(CategoryReducer.coming(state, coming));
      case TalkEvent.Sorted sorted -> Step.to(CategoryReducer.sorted(state, sorted));
      case TalkEvent.Categorised done -> CategoryReducer.written(state, done);
      case TalkEvent.CategoriesTakenBack back -> CategoryReducer.takenBack(state, back);
      case TalkEvent.SourceFound found -> SourceReducer.found(state, found.place(), turns);
      case TalkEvent.RowsFound found -> SourceReducer.rows(state, found);
      case TalkEvent.TalkRefused refused ->
        Step.to(state.with(Notice.warning(refused.failure().onScreen(), state.now())));
    };
  }

  private static Optional<Making> making(AppState state, long number) {
    return state.talk().making().filter(one -> one.number() == number);
  }

  private static Step takenBack(AppState state, TalkEvent.TasksTakenBack back) {
    String rows = back.taken() + " task" + (back.taken() == 1 ? "" : "s");
    String stay = back.changed() == 0 ? "" : " " + back.changed() + " changed since, and stay.";
    String words = back.trashed()
        ? "Took " + rows + " back; " + back.file() + ", made for them, is in the trash."
        : "Took " + rows + " back from " + back.file() + "." + stay;
    return Step.to(state.with(state.library().withoutUndo()).with(Notice.info(words))).and(new Command.ReadLists());
  }
}
