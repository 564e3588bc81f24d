package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The person wants to quit, but a chat could not be written: the one on the screen, or one that they have left.
final class UnsavedDialog extends MenuDialog {

  UnsavedDialog(Look look, AppState state, Consumer<Event> out) {
    super(
        state.chat().save() instanceof SaveState.NotSaved ? "This chat is not saved" : "A chat is not saved",
        look, state, out);
  }

  @Override
  protected String sentence() {
    if (state().chat().save() instanceof SaveState.NotSaved failed) {
      return failed.failure().sentence();
    }
    return state().library().unsaved().values().stream().findFirst().map(StoreFailure::sentence)
        .orElse("The chat is saved now.");
  }

  @Override
  protected List<Option> options() {
    List<Option> options = new ArrayList<>(List.of(new Option("r", "Retry", "", new Event.SaveRetried())));
    if (state().chat().save() instanceof SaveState.NotSaved) {
      options.add(new Option("s", "Save elsewhere ...", "", new Event.Chosen(new Choice.WantElsewhere())));
    }
    options.add(new Option("n", "Not yet, go back", "", new Event.DialogClosed()));
    options.add(new Option("q", "Quit and lose " + lost(), "", new Event.ActionTriggered(Action.QUIT)));
    return options;
  }

  private String lost() {
    int others = state().library().unsaved().size();
    if (!(state().chat().save() instanceof SaveState.NotSaved)) {
      return Words.count(others, "chat");
    }
    String messages = Words.count(state().care().lost(state().chat()), "message");
    return others == 0 ? messages : messages + " and " + Words.count(others, "other chat");
  }
}
