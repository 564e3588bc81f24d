package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ServerState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.function.Consumer;

/// The address of a model server.
final class HostDialog extends FieldDialog {

  private final List<String> names;
  private int next;
  private boolean tried;

  /// @param names of servers in the person's file
  HostDialog(Look look, AppState state, List<String> names, Consumer<Event> out) {
    super("Model server", "Host", "", look, state, out);
    this.names = names;
  }

  @Override
  public boolean press(Key key) {
    boolean more = look().keys().motion(Context.PICKER, key).filter(Motion.MORE::equals).isPresent();
    if (!more || names.isEmpty()) {
      return super.press(key);
    }
    tried = false;
    propose(names.get(next));
    next = (next + 1) % names.size();
    return true;
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
    if (!tried && !names.isEmpty()) {
      return "A name of yours (" + String.join(", ", names) + ") or an address, such as gpu-box:11434.";
    }
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
    String keys = fieldKeys("connect", "cancel");
    return names.isEmpty() ? keys : keys(hint(Context.PICKER, Motion.MORE, "next name"), keys);
  }
}
