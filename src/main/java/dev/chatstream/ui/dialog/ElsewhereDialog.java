package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;

/// A file anywhere, for a chat that can't be written to its own.
final class ElsewhereDialog extends FieldDialog {

  ElsewhereDialog(Look look, AppState state, String proposal, Consumer<Event> out) {
    super("Save elsewhere", "File", proposal, look, state, out);
  }

  @Override
  protected void entered(String text) {
    choose(new Choice.SaveElsewhere(text));
  }

  @Override
  protected String note(String text) {
    return refusal().orElse(
        "On another disk, if this one is full. A file that is there already is never overwritten.");
  }

  @Override
  protected String keysLine() {
    return fieldKeys("save and quit", "back");
  }
}
