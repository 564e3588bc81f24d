package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.function.Consumer;

/// Whether a model is to be deleted from its server.
final class DeleteModelDialog extends MenuDialog {

  private final String model;

  DeleteModelDialog(Look look, AppState state, String model, Consumer<Event> out) {
    super("Delete " + model + "?", look, state, out);
    this.model = model;
  }

  @Override
  protected String sentence() {
    long bytes = state().server().models().stream()
        .filter(one -> one.name().equals(model))
        .mapToLong(ModelInfo::diskBytes)
        .findFirst()
        .orElse(0);
    String again = bytes > 0 ? Words.bytes(bytes) + " to pull again." : "It would have to be pulled again.";
    return "It goes from " + state().server().host() + ", for everybody there. " + again;
  }

  @Override
  protected List<Option> options() {
    return List.of(
        new Option("k", "Keep", "", new Event.DialogClosed()),
        new Option("d", "Delete", "", new Event.Chosen(new Choice.DeleteModel(model))));
  }
}
