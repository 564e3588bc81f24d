package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.ui.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The chat's file was deleted or renamed elsewhere; what was said is in memory, and among the drafts.
final class GoneDialog extends MenuDialog {

  private final Dialog.Gone gone;

  GoneDialog(Look look, AppState state, Dialog.Gone gone, Consumer<Event> out) {
    super("The file is gone", look, state, out);
    this.gone = gone;
  }

  @Override
  protected String sentence() {
    return new StoreFailure.Gone(gone.file(), gone.now()).sentence();
  }

  @Override
  protected List<Option> options() {
    List<Option> options = new ArrayList<>();
    if (!gone.now().isEmpty()) {
      options.add(new Option(
          "g", "Go on there", "in " + gone.now(), new Event.Chosen(new Choice.GoOnIn(gone.now()))));
    }
    if (!gone.file().isEmpty()) {
      options.add(new Option("w", "Write it again", "as " + gone.file(), new Event.Chosen(new Choice.WriteAgain())));
    }
    options.add(new Option(
        "e", "Elsewhere ...", "under another name", new Event.ActionTriggered(Action.SAVE_AS)));
    options.add(new Option("n", "Not now", "it stays in memory, and as a draft", new Event.DialogClosed()));
    return options;
  }
}
