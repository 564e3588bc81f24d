package dev.chatstream.ui.dialog;

import dev.chatstream.core.care.TrashRow;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.function.Consumer;

/// Whether the trash is to be emptied: one of the few things that can't be undone.
final class EmptyTrashDialog extends MenuDialog {

  EmptyTrashDialog(Look look, AppState state, Consumer<Event> out) {
    super("Empty the trash", look, state, out);
  }

  private List<TrashRow> all() {
    return state().care().trash().orElse(List.of());
  }

  @Override
  protected String sentence() {
    long bytes = all().stream().mapToLong(TrashRow::bytes).sum();
    return "Delete " + Words.count(all().size(), "file") + " for good? That can't be undone. It frees "
        + Words.bytes(bytes) + ".";
  }

  @Override
  protected List<Option> options() {
    return List.of(
        new Option("k", "Keep them", "", new Event.DialogClosed()),
        new Option("d", "Delete for good", "", new Event.Chosen(new Choice.EmptyTrash())));
  }
}
