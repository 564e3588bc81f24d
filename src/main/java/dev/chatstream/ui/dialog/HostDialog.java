package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ServerState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.function.Consumer;

/// The address of a model server.
final class HostDialog extends FieldDialog {

  private boolean tried;

  HostDialog(Look look, AppState state, Consumer<Event> out) {
    super("Model server", "Host", "", look, state, out);
  }

  @Override
  protected void entered(String text) {
    if (!text.isEmpty()) {
      tried = true;
      choose(new Choice.UseHost(text));
    }
  }

  @Override
  protected String note(String text) {
    if (!tried) {
      return "A name or address, such as gpu-box, gpu-box:11434 or https://gpu-box.";
    }
    ServerState server = state().server();
    return switch (server.link()) {
      case ServerState.Link.Asking asking -> "Asking ...";
      case ServerState.Link.Up up ->
        server.host() + " answers, Ollama " + up.version() + ", " + Words.count(server.models().size(), "model") + ".";
      case ServerState.Link.Down down -> down.error().happened();
    };
  }

  @Override
  protected String keysLine() {
    return fieldKeys("connect", "cancel");
  }
}
