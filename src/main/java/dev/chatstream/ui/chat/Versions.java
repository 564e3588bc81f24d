package dev.chatstream.ui.chat;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import java.util.Optional;

/// The versions of the messages that are shown: what is wanted when somebody walks them, or makes another one.
final class Versions {

  private static final Phrase NO_VERSIONS = Phrase.of("No message in sight has another version.")
      .then(Action.BRANCHES, "shows all branches.");

  private final TranscriptFeed feed;

  Versions(TranscriptFeed feed) {
    this.feed = feed;
  }

  /// The version before or after that of a message, which is the nearest one that has some.
  ///
  /// @param last the item to begin at
  /// @param first the item above which nobody looks
  Event walk(int last, int first, int by) {
    return feed.forked(last, first)
        .<Event> map(message -> new Event.Chosen(new Choice.Sibling(message, by)))
        .orElseGet(() -> new Event.Said(NO_VERSIONS));
  }

  /// Another version of this question, or of the one that this answer belongs to.
  ///
  /// @param message negative for the last question
  Event revise(int message) {
    Optional<Message> question = Optional.empty();
    for (int at = message; at >= 0 && question.isEmpty(); at--) {
      question = feed.message(at).filter(each -> each.role() == Role.USER);
    }
    return question.<Event> map(asked -> new Event.Chosen(new Choice.Revise(asked)))
        .orElseGet(() -> new Event.ActionTriggered(Action.REVISE));
  }
}
