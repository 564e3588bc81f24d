package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.function.Consumer;

/// A file for a message or a block of one.
final class WriteTextDialog extends FieldDialog {

  private final String text;

  WriteTextDialog(Look look, AppState state, Dialog.WriteText dialog, Consumer<Event> out) {
    super("Write to a file", "File", dialog.proposal(), look, state, out);
    this.text = dialog.text();
  }

  @Override
  protected void entered(String path) {
    choose(new Choice.WriteText(text, path));
  }

  @Override
  protected String note(String path) {
    return refusal().orElse(
        Words.count(text.length(), "character") + ". A file that is there already is never overwritten.");
  }

  @Override
  protected String keysLine() {
    return fieldKeys("write", "cancel");
  }
}
