package dev.chatstream.ui.chat;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.ui.keys.Motion;
import java.util.Optional;
import java.util.function.Consumer;

/// The keys that walk the versions of a message, or begin a new one.
final class Versions {

  private static final Phrase NONE = Phrase.of("No message in sight has another version.")
      .then(Action.BRANCHES, "shows all branches.");

  private final Transcript transcript;
  private final TranscriptFeed feed;
  private final ChatCursor cursor;
  private final Viewport view;
  private final Consumer<Event> out;

  Versions(Transcript transcript, TranscriptFeed feed, ChatCursor cursor, Viewport view, Consumer<Event> out) {
    this.transcript = transcript;
    this.feed = feed;
    this.cursor = cursor;
    this.view = view;
    this.out = out;
  }

  /// Walks the versions of the selected message, or of the nearest one above it in sight that has some.
  ///
  /// @param chosen whether a message is selected
  /// @return false for a motion that has nothing to do with versions
  boolean move(Motion motion, boolean chosen) {
    boolean walks = motion == Motion.OLDER_VERSION || motion == Motion.NEWER_VERSION;
    if (motion == Motion.REVISE) {
      revise(chosen);
    } else if (walks) {
      int last = chosen ? feed.from(cursor.message()) : transcript.at(view.bottom() - 1).item();
      int first = Math.min(last, transcript.at(view.top()).item());
      int by = motion == Motion.OLDER_VERSION ? -1 : 1;
      out.accept(feed.forked(last, first)
          .<Event> map(message -> new Event.Chosen(new Choice.Sibling(message, by)))
          .orElseGet(() -> new Event.Said(NONE)));
    }
    return walks || motion == Motion.REVISE;
  }

  /// The selected question, or the one that the selected answer belongs to; the last one where nothing is selected.
  private void revise(boolean chosen) {
    int at = chosen ? cursor.message() : -1;
    Optional<Message> question = Optional.empty();
    while (at >= 0 && question.isEmpty()) {
      question = feed.message(at).filter(message -> message.role() == Role.USER);
      at--;
    }
    out.accept(question.<Event> map(message -> new Event.Chosen(new Choice.Revise(message)))
        .orElseGet(() -> new Event.ActionTriggered(Action.REVISE)));
  }
}
