package dev.chatstream.core.reduce;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatChange;
import dev.chatstream.core.chat.ChatSort;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import java.util.UUID;

/// Titles, tags, pins and copies of chats in the picker. The chat on the screen is changed there and saved as always;
/// any other one is changed in its file.
final class LabelReducer {

  private static final Phrase UNDOES = Phrase.key(Action.UNDO, "undoes.");

  private LabelReducer() {}

  static Step reduce(AppState state, Choice.OnChat choice) {
    AppState closed = state.without(Dialog.ChatMenu.class);
    return switch (choice) {
      case Choice.WantTitle title -> Step.to(closed.open(new Dialog.ChatTitle(title.chat())));
      case Choice.WantTags tags -> Step.to(closed.open(new Dialog.ChatTags(tags.chat())));
      case Choice.ChangeChat change -> change(
          closed.without(Dialog.ChatTitle.class).without(Dialog.ChatTags.class), change.chat(), change.change());
      case Choice.DuplicateChat copy -> Step.to(closed).and(
          new StoreCommand.DuplicateChat(copy.chat().file(), copy.chat().id(), name(copy.chat()) + " copy"),
          new Command.ReadChats());
    };
  }

  static Step sort(AppState state, ChatSort sort) {
    return Step.to(state.with(state.library().with(state.library().find().with(sort)))
        .with(Notice.info("Chats by " + words(sort) + ".")))
        .and(new StoreCommand.KeepChoice("chat_sort", sort.word()));
  }

  private static String words(ChatSort sort) {
    return switch (sort) {
      case NEWEST -> "time, the newest first";
      case OLDEST -> "time, the oldest first";
      case TITLE -> "title";
      case SIZE -> "size, the largest first";
    };
  }

  private static Step change(AppState state, ChatSummary chat, ChatChange change) {
    return onScreen(state, chat.file(), chat.id())
        ? here(state, change).and(new Command.ReadChats())
        : Step.to(state).and(new StoreCommand.ChangeChat(chat.file(), chat.id(), change), new Command.ReadChats());
  }

  private static Step here(AppState state, ChatChange change) {
    ChatState chat = state.chat();
    if (DamageReducer.readOnly(state).isPresent()) {
      return Step.to(state.with(Notice.info(DamageReducer.readOnly(state).get())));
    }
    Chat before = chat.chat();
    AppState changed = state.with(chat.changed(change.on(before)));
    return Saving.persist(told(changed, before.title(), change))
        .and(new StoreCommand.NoteChange(chat.file(), before.id(), change.back(before)));
  }

  static Step changed(AppState state, Event.ChatChanged changed) {
    return Step.to(told(state, changed.title(), changed.change()));
  }

  /// The change before it is taken back; taking that back in turn is a change again.
  static Step back(AppState state, Event.ChangeBack back) {
    Step step = onScreen(state, back.file(), back.id())
        ? here(state, back.back())
        : Step.to(state).and(new StoreCommand.ChangeChat(back.file(), back.id(), back.back()));
    return state.dialogs().stream().anyMatch(Dialog.Chats.class::isInstance)
        ? step.and(new Command.ReadChats())
        : step;
  }

  static Step duplicated(AppState state, Event.ChatDuplicated made) {
    return Step.to(state.with(Notice.info("Made " + made.title() + ", chats/" + made.file() + ".")));
  }

  private static AppState told(AppState state, String title, ChatChange change) {
    String name = title.isBlank() ? "This chat" : title;
    String words = switch (change) {
      case ChatChange.Retitle to -> name + " is " + to.title() + " now; its file keeps its name.";
      case ChatChange.Retag tags when tags.tags().isEmpty() -> name + " has no tags now.";
      case ChatChange.Retag tags -> name + " has the tags " + String.join(" ", tags.tags()) + " now.";
      case ChatChange.Pin pin -> name + (pin.pinned() ? " is pinned." : " is no longer pinned.");
    };
    return state.with(state.library().undoable(name)).with(Notice.info(Phrase.of(words).then(UNDOES)));
  }

  private static boolean onScreen(AppState state, String file, UUID id) {
    ChatState chat = state.chat();
    return file.isEmpty() ? !chat.named() && chat.chat().id().equals(id) : chat.file().equals(file);
  }

  private static String name(ChatSummary chat) {
    return ChatNames.proposal(chat.title().isBlank() ? chat.file() : chat.title());
  }
}
