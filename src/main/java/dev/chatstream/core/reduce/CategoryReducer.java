package dev.chatstream.core.reduce;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.CategoryCommand;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.CategoryState;
import dev.chatstream.core.state.CategoryState.Sorting;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.table.FilterText;
import dev.chatstream.core.table.TableView;
import java.util.List;
import java.util.Optional;

/// The categories of a list: counted, proposed by rules or a model, and written only when a person has confirmed them.
final class CategoryReducer {

  private CategoryReducer() {}

  /// Of the list that is open or was used last.
  static Step open(AppState state) {
    return open(state, state.currentList());
  }

  static Step open(AppState state, String list) {
    return Step.to(state.with(state.talk().with(CategoryState.NOTHING)).open(new Dialog.Categories(list)))
        .and(new CategoryCommand.Count(list));
  }

  /// Its rows in the table; as a text where the filter has no way to say the label.
  static Step show(AppState state, TalkChoice.ShowCategory wish) {
    return FilterText.term("category", wish.label())
        .map(filter -> TableReducer.open(state.withDialogs(List.of()).focusOn(Panel.LISTS), wish.list())
            .and(new TableCommand.Show(TableView.ALL.filtered(filter))))
        .orElseGet(() -> Step.to(state).and(new CategoryCommand.Show(wish.list(), wish.label())));
  }

  static Step sort(AppState state, TalkChoice.SortRows wish) {
    Optional<Phrase> why = whyNot(state, wish.byModel());
    if (why.isPresent()) {
      return Step.to(state.with(Notice.warning(why.get(), state.now())));
    }
    String model = wish.byModel() ? state.server().model() : "";
    AppState asked = state.with(state.talk().beginSorting(model)).open(new Dialog.Sorting(wish.list()));
    long number = asked.talk().asked();
    return Step.to(asked).and(wish.byModel()
        ? new CategoryCommand.ByModel(number, wish.list(), model, state.window())
        : new CategoryCommand.ByRules(number, wish.list()));
  }

  private static Optional<Phrase> whyNot(AppState state, boolean byModel) {
    List<String> labels = state.talk().categories().counts().map(counts -> counts.labels()).orElse(List.of());
    if (labels.isEmpty()) {
      return Optional.of(Phrase.of("No categories yet: write them into .store/categories.properties."));
    }
    return byModel ? TalkReducer.whyNotMake(state) : Optional.empty();
  }

  static Step write(AppState state, TalkChoice.SetCategories set) {
    return Step.to(state).and(new StoreCommand.SetCategories(set.list(), set.categories()));
  }

  /// What is being proposed is wanted no more.
  static Step stop(AppState state) {
    return Step.to(sorting(state, Optional.empty())).and(new CategoryCommand.Stop());
  }

  private static AppState sorting(AppState state, Optional<Sorting> other) {
    return state.with(state.talk().with(state.talk().categories().with(other)));
  }

  static AppState counted(AppState state, TalkEvent.CategoriesCounted counted) {
    return state.with(state.talk().with(state.talk().categories().with(counted.counts())));
  }

  static AppState coming(AppState state, TalkEvent.Sorting coming) {
    return asked(state, coming.number())
        .map(old -> sorting(state, Optional.of(new Sorting(
            old.number(), old.model(), coming.done(), coming.total(), Optional.empty(), ""))))
        .orElse(state);
  }

  static AppState sorted(AppState state, TalkEvent.Sorted sorted) {
    return asked(state, sorted.number())
        .map(old -> sorting(state, Optional.of(new Sorting(
            old.number(), old.model(), old.done(), old.total(), Optional.of(sorted.proposals()), sorted.problem()))))
        .orElse(state);
  }

  private static Optional<Sorting> asked(AppState state, long number) {
    return state.talk().categories().sorting().filter(one -> one.number() == number);
  }

  static Step written(AppState state, TalkEvent.Categorised done) {
    Phrase words = Phrase.of(rows(done.rows()) + " of " + done.file() + (done.rows() == 1 ? " has" : " have")
        + " a category now.").then(done.rows() == 0 ? Phrase.NONE : Phrase.key(Action.UNDO, "undoes."));
    AppState after = sorting(state, Optional.empty()).without(Dialog.Sorting.class).with(Notice.info(words));
    AppState undoable = done.rows() == 0 ? after : after.with(after.library().undoable(done.file()));
    return again(undoable, done.file());
  }

  static Step takenBack(AppState state, TalkEvent.CategoriesTakenBack back) {
    AppState after = state.with(state.library().withoutUndo())
        .with(Notice.info("Took the category of " + rows(back.rows()) + " of " + back.file() + " back."));
    return again(after, back.file());
  }

  private static Step again(AppState state, String list) {
    boolean open = state.dialogs().contains(new Dialog.Categories(list));
    Step step = Step.to(state).and(new Command.ReadLists());
    return open ? step.and(new CategoryCommand.Count(list)) : step;
  }

  private static String rows(int count) {
    return count + " row" + (count == 1 ? "" : "s");
  }
}
