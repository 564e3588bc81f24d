package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ListWork;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.JobWords;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The task lists, to choose one for a work on it; while the work runs, how far it is.
final class PickListDialog extends PickerDialog<TaskListSummary> {

  private final ListWork work;
  private boolean near;

  PickListDialog(ListWork work, Look look, AppState state, Consumer<Event> out) {
    super(work.title(), look, state, out);
    this.work = work;
    refresh();
  }

  @Override
  protected void update() {
    refresh();
  }

  @Override
  protected List<PickerRow<TaskListSummary>> rows(String searched) {
    return state().library().lists().stream()
        .filter(list -> fits(list.file(), searched))
        .map(list -> list.appendable()
            ? PickerRow.of(list, list.file(), Words.bytes(list.bytes()))
            : PickerRow.<TaskListSummary> greyed(list.file(), "", list.problem()))
        .toList();
  }

  @Override
  protected void chosen(TaskListSummary list) {
    if (state().care().job().isPresent()) {
      choose(new Choice.StopJob());
      return;
    }
    switch (work) {
      case DOUBLES -> choose(new Choice.FindDoubles(list.file(), near));
    }
  }

  @Override
  protected boolean other(Motion motion) {
    if (motion == Motion.MORE && work == ListWork.DOUBLES) {
      near = !near;
      return true;
    }
    return false;
  }

  @Override
  protected String footer() {
    return state().care().job().map(JobWords::of).orElse(switch (work) {
      case DOUBLES -> near
          ? "Also rows that are only alike. The first time a long list takes up to a minute."
          : "Rows whose text is the same but for case, spaces and punctuation.";
    });
  }

  @Override
  protected String nothing() {
    return state().library().listsRead() ? "No task lists yet." : "Reading ...";
  }

  @Override
  protected String pickerKeys() {
    if (state().care().job().isPresent()) {
      return enter("stop");
    }
    Optional<String> tab = work == ListWork.DOUBLES
        ? Optional.of(tab(near ? "only the same" : "also alike"))
        : Optional.empty();
    return tab.map(more -> keys(enter(work.does()), more)).orElse(enter(work.does()));
  }
}
