package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;
import java.util.function.Function;

/// A name for the chat, which becomes the name of its file.
final class NameDialog extends FieldDialog {

  private final Function<String, Choice> choice;

  /// @param choice what a name that was entered means
  NameDialog(
      String title, Look look, AppState state, String proposal, Function<String, Choice> choice, Consumer<Event> out) {
    super(title, "Name", proposal, look, state, out);
    this.choice = choice;
  }

  @Override
  protected void entered(String text) {
    choose(choice.apply(text));
  }

  @Override
  protected String note(String text) {
    return refusal().orElse(
        "It goes into chats/ as a file of that name. A file that is there already is never overwritten.");
  }

  @Override
  protected String keysLine() {
    return fieldKeys("save", state().chat().named() ? "cancel" : "keep as a draft");
  }
}
