package dev.chatstream.core.reduce;

import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.find.Hit;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.task.MadeRow;
import dev.chatstream.core.task.SourcePlace;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// From a row to the message that it was made of, and back. By ids alone: names, places and texts may all be others by
/// now.
final class SourceReducer {

  private SourceReducer() {}

  /// Goes to the message, at once where it is in the chat on the screen.
  ///
  /// @param source `chatId/messageId`
  static Step look(AppState state, String source) {
    Optional<UUID> chat = id(source, 0);
    Optional<UUID> message = id(source, 1);
    if (chat.isEmpty() || message.isEmpty()) {
      return say(state, Phrase.of("This row was not made of a chat."));
    }
    Optional<Message> here = ChatTree.of(state.chat().chat()).message(message.get());
    return here.isPresent()
        ? go(state, here.get())
        : Step.to(state).and(new TalkCommand.FindSource(chat.get(), message.get()));
  }

  private static Optional<UUID> id(String source, int part) {
    String[] parts = source.strip().split("/", -1);
    try {
      return parts.length == 2 ? Optional.of(UUID.fromString(parts[part])) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /// A message on another branch is gone to only while no reply is coming.
  private static Step go(AppState state, Message message) {
    boolean onPath = state.chat().chat().conversation().stream().anyMatch(one -> one.id().equals(message.id()));
    Optional<Phrase> why = onPath ? Optional.empty() : Availability.whyNotBranch(state);
    return why.map(words -> say(state, words)).orElseGet(() -> FindReducer.show(state.withDialogs(List.of()), message));
  }

  static Step found(AppState state, SourcePlace place, TurnReducer turns) {
    String file = place.file().isEmpty() ? "a chat without a name" : place.file();
    return switch (place.kind()) {
      case CHAT -> open(state, place, turns);
      case NO_MESSAGE -> say(state, Phrase.of("The message is no longer in " + file + ", its chat."));
      case TRASH -> say(state,
          Phrase.of("Its chat, " + file + ", is in the trash.").then(Action.TRASH, "restores it."));
      case GONE -> say(state, Phrase.of("Its chat is gone: no chat holds that message, nor does the trash."));
    };
  }

  private static Step open(AppState state, SourcePlace place, TurnReducer turns) {
    Optional<Phrase> why = Availability.whyNot(state, Action.OPEN);
    return why.isPresent()
        ? say(state, why.get())
        : FindReducer.open(state.withDialogs(List.of()),
            new Hit(place.file(), place.chat(), Optional.of(place.message()), -1, ""), turns);
  }

  static Step wantRows(AppState state, UUID message) {
    return Step.to(state.without(Dialog.MessageMenu.class)
        .open(new Dialog.MadeRows(message, Optional.empty(), false)))
        .and(new TalkCommand.FindRows(message));
  }

  /// Whoever closed the window meanwhile does not want them any more.
  static Step rows(AppState state, TalkEvent.RowsFound found) {
    boolean wanted = state.dialogs().stream()
        .anyMatch(open -> open instanceof Dialog.MadeRows rows && rows.message().equals(found.message()));
    return Step.to(wanted
        ? state.open(new Dialog.MadeRows(found.message(), Optional.of(found.rows()), found.all()))
        : state);
  }

  static Step openRow(AppState state, MadeRow row) {
    String number = row.index() < 0 ? "The row has no number." : "It is row " + row.index() + ".";
    Step opened = TableReducer.open(
        state.withDialogs(List.of()).focusOn(Panel.LISTS).with(Notice.info(number)), row.file());
    return row.index() < 0 ? opened : opened.and(new TableCommand.GoTo(row.index()));
  }

  private static Step say(AppState state, Phrase words) {
    return Step.to(state.with(Notice.info(words)));
  }
}
