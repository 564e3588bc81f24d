package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.function.Consumer;

/// The person wants to quit, but the chat could not be written.
final class UnsavedDialog extends MenuDialog {

  UnsavedDialog(Look look, AppState state, Consumer<Event> out) {
    super("This chat is not saved", look, state, out);
  }

  @Override
  protected String sentence() {
    return state().chat().save() instanceof SaveState.NotSaved failed
        ? failed.failure().sentence()
        : "The chat is saved now.";
  }

  @Override
  protected List<Option> options() {
    int messages = state().chat().chat().conversation().size();
    return List.of(
        new Option("r", "Retry", "", new Event.SaveRetried()),
        new Option("e", "Elsewhere ...", "under another name", new Event.ActionTriggered(Action.SAVE_AS)),
        new Option("n", "Not yet, go back", "", new Event.DialogClosed()),
        new Option("q", "Quit all the same", "and lose " + Words.count(messages, "message"),
            new Event.ActionTriggered(Action.QUIT)));
  }
}
