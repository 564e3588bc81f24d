package dev.chatstream.core.reduce;

import dev.chatstream.core.care.JobKind;
import dev.chatstream.core.doubles.Decision;
import dev.chatstream.core.doubles.DoublePair;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.DoublesCommand;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.ListJobCommand;
import dev.chatstream.core.event.ListJobEvent;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.ListWork;
import dev.chatstream.core.state.Notice;
import java.util.List;
import java.util.Optional;

/// Doubles, merging and conversion of lists.
final class ListJobReducer {

  private ListJobReducer() {}

  static Step pick(AppState state, ListWork work) {
    return Step.to(state.open(new Dialog.PickList(work))).and(new Command.ReadLists());
  }

  /// Rows that anybody wants to append are looked up first; those that this reducer lets go on were looked up.
  static Step checked(Event event, Step step) {
    boolean looked = event instanceof ListJobEvent
        || event instanceof Event.Chosen chosen && chosen.choice() instanceof Choice.OnLists;
    return looked ? step : new Step(step.state(), step.commands().stream().map(ListJobReducer::checked).toList());
  }

  private static Command checked(Command command) {
    return command instanceof StoreCommand.AppendTasks append && !append.create()
        ? new DoublesCommand.CheckAppend(append)
        : command;
  }

  static Step choose(AppState state, Choice.OnLists choice) {
    return switch (choice) {
      case Choice.FindDoubles find -> CareReducer.begin(
          state, JobKind.COMPARE, new ListJobCommand.FindDoubles(find.list(), find.near()));
      case Choice.SettleDoubles settle -> settle(state.without(Dialog.Doubles.class), settle);
    };
  }

  static Step reduce(AppState state, ListJobEvent event) {
    return switch (event) {
      case ListJobEvent.AppendChecked checked when checked.pairs().isEmpty() -> Step.to(state).and(checked.append());
      case ListJobEvent.AppendChecked checked -> Step.to(state.without(Dialog.ToTasks.class).open(new Dialog.Doubles(
          checked.append().list(), Optional.of(checked.append()), checked.pairs(), true, 0)));
      case ListJobEvent.DoublesFound found -> found(state, found);
      case ListJobEvent.DoublesSettled settled -> Step.to(state
          .with(state.library().undoable(settled.list()))
          .with(Notice.info(settled.sentence()))).and(new Command.ReadLists());
    };
  }

  private static Step found(AppState state, ListJobEvent.DoublesFound found) {
    AppState left = state.without(Dialog.Doubles.class).without(Dialog.PickList.class);
    if (found.pairs().isEmpty()) {
      return Step.to(left.with(Notice.info("No doubles in " + found.list() + ".")));
    }
    return Step.to(left.open(
        new Dialog.Doubles(found.list(), Optional.empty(), found.pairs(), found.near(), found.more())));
  }

  /// Where no row that is there changes, it is an append like any other.
  private static Step settle(AppState state, Choice.SettleDoubles settle) {
    List<Decision> decisions = settle.decisions();
    boolean changes = false;
    for (int i = 0; i < decisions.size(); i++) {
      DoublePair pair = settle.pairs().get(i);
      changes |= decisions.get(i) != Decision.KEEP && (decisions.get(i) != Decision.SKIP || pair.other().inList());
    }
    if (!changes && settle.append().isEmpty()) {
      return Step.to(state.with(Notice.info("Nothing was changed.")));
    }
    return Step.to(state).and(new StoreCommand.SettleDoubles(settle.list(),
        settle.append().map(StoreCommand.AppendTasks::tasks).orElse(List.of()), settle.pairs(), decisions));
  }
}
