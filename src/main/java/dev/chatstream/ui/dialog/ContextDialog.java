package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Omission;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.model.ContextWindow;
import dev.chatstream.core.reduce.MessageNumbers;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// What the model sees of the chat, and what can be done where that is not all.
final class ContextDialog extends MenuDialog {

  ContextDialog(Look look, AppState state, Consumer<Event> out) {
    super("What the model sees", look, state, out);
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
    return fell.isEmpty() ? "All of this chat goes to the model, in a window of " + window + " tokens." : fell.strip();
  }

  @Override
  protected List<Option> options() {
    List<Option> options = new ArrayList<>();
    int larger = ContextWindow.holding(2 * state().window(), state().server().chosen());
    if (larger > state().window()) {
      options.add(option(
          "l", "Larger window", Words.tokens(larger) + " tokens; takes more memory", new Choice.LargerWindow(larger)));
    }
    options.add(option("o", "Sum up the oldest", "the model writes it, you change it", new Choice.WantSummary()));
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
