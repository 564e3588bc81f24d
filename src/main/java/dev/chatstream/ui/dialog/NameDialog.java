package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;

/// A name for the chat, which becomes the name of its file.
final class NameDialog extends FieldDialog {

  private boolean tried;

  NameDialog(Look look, AppState state, String proposal, Consumer<Event> out) {
    super("Save this chat", "Name", proposal, look, state, out);
  }

  @Override
  protected void entered(String text) {
    tried = true;
    choose(new Choice.NameChat(text));
  }

  @Override
  protected String note(String text) {
    boolean refused = tried && state().notice().level() == LogLevel.WARN;
    return refused
        ? look().words(state().notice().words())
        : "It goes into chats/ as a file of that name. A file that is there already is never overwritten.";
  }

  @Override
  protected String keysLine() {
    return fieldKeys("save", state().chat().named() ? "cancel" : "keep as a draft");
  }
}
