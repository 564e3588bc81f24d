package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.reduce.Leaving;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The question and what goes with it do not fit the window; nothing was sent yet. It may open by itself when a queued
/// question comes up, while somebody types: so no letter chooses, and Enter gives the text back.
final class OverflowDialog extends MenuDialog {

  private final Dialog.Overflow overflow;

  OverflowDialog(Look look, AppState state, Dialog.Overflow overflow, Consumer<Event> out) {
    super("This may not fit", look, state, out);
    this.overflow = overflow;
  }

  @Override
  protected String sentence() {
    String window = Words.tokens(overflow.overflow().windowTokens());
    String needed = Words.tokens(overflow.overflow().estimatedTokens());
    return questionFits()
        ? "With room for an answer this takes about " + needed + " tokens; the model's window is set to " + window
            + ". It would silently forget the oldest messages."
        : "Your question alone is too long for the model's window of " + window + " tokens: this takes about " + needed
            + ". It would silently lose a part of it.";
  }

  /// Leaving out or summing up what was said before helps only then.
  private boolean questionFits() {
    return overflow.startFrom() >= 0;
  }

  @Override
  protected List<Option> options() {
    List<Option> options = new ArrayList<>();
    String stays = overflow.again() ? "the chat stays as it is" : "the text goes back to the input";
    options.add(new Option(Option.NO_LETTER, "Not now", stays, new Event.DialogClosed()));
    if (overflow.largerWindow() > 0) {
      options.add(new Option(
          Option.NO_LETTER,
          "Larger window",
          Words.tokens(overflow.largerWindow()) + " tokens; takes more memory",
          new Event.Chosen(new Choice.LargerWindow(overflow.largerWindow()))));
    }
    if (overflow.startFrom() > state().chat().contextFrom()) {
      options.add(new Option(
          Option.NO_LETTER,
          overflow.startFrom() < state().chat().chat().conversation().size()
              ? "Messages from " + (overflow.startFrom() + 1)
              : "Only the question",
          "the older ones stay in the chat, unsent",
          new Event.Chosen(new Choice.StartFrom(overflow.startFrom()))));
    }
    if (questionFits() && Leaving.sumsUp(state())) {
      options.add(new Option(
          Option.NO_LETTER, "Sum up the oldest", "the model writes it, you change it",
          new Event.Chosen(new Choice.WantSummary())));
    }
    if (questionFits() && !state().chat().chat().conversation().isEmpty()) {
      options.add(new Option(
          Option.NO_LETTER, "Choose ...", "tick what is not sent", new Event.Chosen(new Choice.WantLeaveOut())));
    }
    options.add(new Option(Option.NO_LETTER, "Send anyway", "", new Event.Chosen(new Choice.SendAnyway())));
    return options;
  }
}
