package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ServerState;
import dev.chatstream.ui.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// No model server answers. The program is of use without one, and it goes on looking.
final class NoServerDialog extends MenuDialog {

  private final Facts facts;

  NoServerDialog(Look look, AppState state, Facts facts, Consumer<Event> out) {
    super("No model server answers", look, state, out);
    this.facts = facts;
  }

  @Override
  protected String sentence() {
    return switch (state().server().link()) {
      case ServerState.Link.Down(ModelError.Unreachable(String host, String reason)) ->
        "Nothing answers at " + host + " (" + reason + ").";
      case ServerState.Link.Down down -> down.error().happened();
      case ServerState.Link.Asking asking -> "Asking " + state().server().host() + " ...";
      case ServerState.Link.Up up -> state().server().host() + " answers.";
    };
  }

  @Override
  protected List<Option> options() {
    return List.of(
        new Option("r", "Try again", again(), new Event.Chosen(new Choice.TryAgain())),
        new Option("h", "Host ...", "such as http://gpu-box:11434", new Event.ActionTriggered(Action.HOST)),
        new Option("e", "Engine, built in", facts.engine(), new Event.Chosen(new Choice.UseEngine())),
        new Option("w", "Without a model", "read, write, lists, log", new Event.Chosen(new Choice.WithoutModel())),
        new Option("q", "Quit", "", new Event.ActionTriggered(Action.QUIT)));
  }

  private String again() {
    Instant next = state().server().nextTry();
    long seconds = next == null ? 0 : Duration.between(state().now(), next).toSeconds();
    return seconds > 0 ? "next try by itself in " + seconds + " s" : "it is tried again by itself";
  }

  @Override
  protected String footer() {
    return "To start Ollama here, run in another shell:  ollama serve";
  }

  @Override
  protected void back() {
    choose(new Choice.WithoutModel());
  }
}
