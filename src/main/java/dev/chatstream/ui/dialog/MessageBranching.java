package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.reduce.Availability;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.dialog.MenuDialog.Option;
import java.util.Optional;

/// What can be done with the branches at a message, as entries of its menu; greyed, with the reason, where it can't be.
///
/// @param state as of the moment
/// @param fork where the message stands among its versions
record MessageBranching(Look look, AppState state, ChatTree.Fork fork) {

  private static final Phrase NOT_YOURS = Phrase.of("Only what you wrote can be edited.");
  private static final Phrase END = Phrase.of("The chat ends here already.");
  private static final Phrase FIRST = Phrase.of("This is the first version.");
  private static final Phrase LAST = Phrase.of("This is the last version.");

  Option edit(Message message) {
    Optional<Phrase> why = message.role() == Role.USER ? Availability.whyNotBranch(state) : Optional.of(NOT_YOURS);
    return entry("e", "Edit and send again ...", "what was said stays on a branch", new Choice.Revise(message), why);
  }

  Option fork(Message message) {
    boolean last = state.chat().chat().head().filter(message.id()::equals).isPresent();
    Optional<Phrase> why = last ? Optional.of(END) : Availability.whyNotBranch(state);
    return entry("f", "Fork from here", "what follows stays on a branch", new Choice.ForkFrom(message), why);
  }

  Option save(Message message) {
    return entry("s", "Save as a chat", "this path, all of it; here nothing changes", new Choice.SaveBranch(message),
        Optional.empty());
  }

  /// The version before or after this one; empty where there is only one.
  Optional<Option> version(Message message, int by) {
    if (!fork.parts()) {
      return Optional.empty();
    }
    int wanted = fork.number() + by;
    Optional<Phrase> why = wanted < 1
        ? Optional.of(FIRST)
        : wanted > fork.of() ? Optional.of(LAST) : Availability.whyNotBranch(state);
    return Optional.of(entry(by < 0 ? "[" : "]", by < 0 ? "Older version" : "Newer version",
        "version " + wanted + " of " + fork.of(), new Choice.Sibling(message, by), why));
  }

  private Option entry(String letter, String label, String note, Choice choice, Optional<Phrase> why) {
    return why.map(words -> Option.greyed(letter, label, look, words))
        .orElseGet(() -> new Option(letter, label, note, new Event.Chosen(choice)));
  }
}
