package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Omission;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.model.ContextWindow;
import dev.chatstream.core.reduce.Fit;
import dev.chatstream.core.reduce.Leaving;
import dev.chatstream.core.reduce.MessageNumbers;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// What the model sees of the chat, and what can be done where that is not all.
final class ContextDialog extends MenuDialog {

  private ChatState counted;
  private OptionalInt beyond;

  ContextDialog(Look look, AppState state, Consumer<Event> out) {
    super("What the model sees", look, state, out);
    update();
  }

  /// Counted once for each change: all of a long chat is looked at.
  @Override
  protected void update() {
    if (counted != state().chat()) {
      counted = state().chat();
      beyond = Fit.beyond(state());
    }
  }

  private Omission omission() {
    return Omission.of(state().chat().chat());
  }

  @Override
  protected String sentence() {
    Chat chat = state().chat().chat();
    List<UUID> cut = state().server().watch().cut();
    String window = Words.tokens(state().window());
    String fell = cut.isEmpty()
        ? ""
        : "The server left out " + MessageNumbers.words(chat, Set.copyOf(cut)) + ": the window of " + window
            + " tokens is full. ";
    Omission omission = omission();
    if (!omission.leftOut().isEmpty()) {
      String which = MessageNumbers.words(chat, omission.leftOut());
      return fell + "By your choice it does not get " + which
          + (omission.summary().isEmpty() ? "." : ", but a summary in their place.");
    }
    if (!fell.isEmpty()) {
      return fell.strip();
    }
    return beyond.isEmpty()
        ? "All of this chat goes to the model, in a window of " + window + " tokens."
        : "This chat takes about " + Words.tokens(beyond.getAsInt()) + " tokens with room for an answer, but the "
            + "window is " + window + ": the oldest messages may fall out.";
  }

  @Override
  protected List<Option> options() {
    List<Option> options = new ArrayList<>();
    int larger = ContextWindow.holding(2 * state().window(), state().server().chosen());
    if (larger > state().window()) {
      options.add(option(
          "l", "Larger window", Words.tokens(larger) + " tokens; takes more memory", new Choice.LargerWindow(larger)));
    }
    if (Leaving.sumsUp(state())) {
      options.add(option("o", "Sum up the oldest", "the model writes it, you change it", new Choice.WantSummary()));
    }
    options.add(option("c", "Choose ...", "tick what is not sent", new Choice.WantLeaveOut()));
    if (!omission().none()) {
      options.add(option("a", "All again", "sends every message", new Choice.LeaveOut(Set.of())));
    }
    options.add(new Option("n", "Nothing", "", new Event.DialogClosed()));
    return options;
  }

  private static Option option(String letter, String label, String note, Choice choice) {
    return new Option(letter, label, note, new Event.Chosen(choice));
  }
}
