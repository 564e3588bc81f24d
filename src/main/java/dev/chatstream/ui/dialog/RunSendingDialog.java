package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.RunChoice;
import dev.chatstream.core.event.RunEvent;
import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Whether rows may leave this machine: what would go where. Asked once for each server.
final class RunSendingDialog extends MenuDialog {

  private final RunEvent.SendingAsked asked;

  RunSendingDialog(RunEvent.SendingAsked asked, Look look, AppState state, Consumer<Event> out) {
    super("Rows leave this machine", look, state, out);
    this.asked = asked;
  }

  @Override
  protected String sentence() {
    Optional<RunForm> form = state().runs().form();
    int rows = asked.trial() ? 1 : form.map(known -> known.preview().rows()).orElse(0);
    String list = form.map(RunForm::list).orElse("the list");
    return Words.count(rows, "row") + " of " + list + (rows == 1 ? " goes" : " go") + ", as filled into the prompt, to "
        + String.join(" and ", asked.where()) + ". That is not this machine. You are asked once for each server.";
  }

  @Override
  protected List<Option> options() {
    return List.of(
        new Option("k", "Keep them here", "nothing is sent", new Event.DialogClosed()),
        new Option("s", "Send", "now and from now on",
            new Event.Chosen(new RunChoice.AllowSending(asked.where(), asked.trial()))));
  }
}
