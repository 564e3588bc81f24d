package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;

/// The system prompt.
final class SystemPromptDialog extends LongTextDialog {

  private static final int LEAST_ROWS = 6;

  SystemPromptDialog(Look look, AppState state, Consumer<Event> out) {
    super("System prompt", state.chat().settings().system(), LEAST_ROWS, look, state, out);
  }

  @Override
  protected void keep(String text) {
    choose(new Choice.SetSystem(text.strip()));
  }

  @Override
  protected String example() {
    return "Such as: You are a careful editor. Answer in one paragraph.";
  }
}
