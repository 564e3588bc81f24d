package dev.chatstream.core.reduce;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.find.Found;
import dev.chatstream.core.find.Hit;
import dev.chatstream.core.find.Preview;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.FindState;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Panel;
import java.util.List;
import java.util.Optional;

/// What comes of a search through all chats.
final class FindReducer {

  private FindReducer() {}

  static AppState found(AppState state, Found found) {
    return with(state, state.library().find().with(found));
  }

  static AppState previewed(AppState state, Preview preview) {
    return with(state, state.library().find().with(preview));
  }

  /// In this chat, where there is one.
  static Step here(AppState state) {
    return state.chat().chat().conversation().isEmpty()
        ? everywhere(state, "")
        : Step.to(state.focusOn(Panel.CHAT)).and(new WindowCommand.FindHere());
  }

  /// In all chats; this one can be left only when it is saved.
  static Step everywhere(AppState state, String words) {
    Optional<Phrase> why = Availability.whyNot(state, Action.OPEN);
    if (why.isPresent()) {
      return Step.to(state.with(Notice.info(why.get())));
    }
    Step open = Step.to(state.open(new Dialog.Chats(words))).and(new Command.ReadChats());
    return words.isBlank() ? open : open.and(new Command.SearchChats(words));
  }

  /// Opens the hit's chat; when it is there, its message is shown.
  static Step open(AppState state, Hit hit, TurnReducer turns) {
    AppState opening = with(state, state.library().find().opening(Optional.of(hit))).without(Dialog.Chats.class);
    return turns.leave(opening).and(new StoreCommand.OpenChat(hit.file(), hit.chat()));
  }

  /// A chat was opened: because of a hit perhaps. One on a branch makes that the path, as walking there does.
  static Step opened(AppState state) {
    Optional<Hit> hit = state.library().find().opening();
    AppState after = with(state, state.library().find().opening(Optional.empty()));
    boolean here = hit.isPresent() && (hit.get().file().isEmpty()
        ? state.chat().chat().id().equals(hit.get().chat())
        : state.chat().file().equals(hit.get().file()));
    Optional<Message> message = here ? message(state.chat().chat(), hit.get()) : Optional.empty();
    return message.map(there -> show(after, there)).orElse(Step.to(hit.isPresent() ? after : state));
  }

  /// Goes to a message of the chat on the screen; one on a branch makes that the path.
  static Step show(AppState state, Message message) {
    Chat chat = state.chat().chat();
    Chat through = ChatTree.of(chat).through(message);
    boolean moves = through != chat && DamageReducer.readOnly(state).isEmpty();
    Step there = moves ? Saving.persist(BranchReducer.moved(state, through)) : Step.to(state);
    return there.then(shown -> Step.to(shown.focusOn(Panel.CHAT)))
        .and(new WindowCommand.ShowMessage(message.id(), state.library().find().found().typed()));
  }

  /// By its id, or where its file has none by its place.
  private static Optional<Message> message(Chat chat, Hit hit) {
    if (hit.message().isPresent()) {
      return ChatTree.of(chat).message(hit.message().get());
    }
    List<Message> path = chat.conversation();
    boolean there = hit.index() >= 0 && hit.index() < path.size();
    return there ? Optional.of(path.get(hit.index())) : Optional.empty();
  }

  private static AppState with(AppState state, FindState find) {
    return state.with(state.library().with(find));
  }
}
