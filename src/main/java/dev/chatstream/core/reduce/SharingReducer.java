package dev.chatstream.core.reduce;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatJoin;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.chat.Joined;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.SaveState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What somebody else did to the files: another window, an editor, `git pull`.
final class SharingReducer {

  /// Whether this is the chat on the screen. Two files with one id are two chats.
  static boolean onScreen(AppState state, UUID chat, String file) {
    return state.chat().chat().id().equals(chat) && state.chat().file().equals(file);
  }

  /// The screen may have gone on since the store joined: what it has by now is joined once more.
  Step joined(AppState state, Event.ChatJoined event) {
    AppState told = state.with(Notice.warning(sentence(event), state.now()));
    if (!onScreen(state, event.ours().id(), event.file())) {
      return Step.to(told);
    }
    ChatState chat = state.chat();
    Chat whole = event.joined().chat();
    Chat now = ChatJoin.keepingBoth(event.ours(), chat.chat(), whole, chat.turn().isEmpty());
    AppState after = told.with(state.library().undoable(name(event.file()))).with(chat.changed(now));
    boolean kept = event.onDisk().equals(whole) && now.equals(whole);
    Step taken = Step.to(after).and(new StoreCommand.TakenUp(event.onDisk(), event.file()));
    return taken.then(
        next -> kept ? Step.to(next.with(next.chat().withSave(onDisk(next)))) : Saving.persist(next));
  }

  AppState clashed(AppState state, Event.ChatClashed event) {
    StoreFailure failure = new StoreFailure.Clashing(event.file());
    return refused(
        state, event.chat(), event.file(), failure, event.asked(), new Dialog.Clashes(event.file(), event.clashes()));
  }

  AppState gone(AppState state, Event.ChatGone event) {
    StoreFailure failure = new StoreFailure.Gone(event.file(), event.now());
    return refused(
        state, event.chat(), event.file(), failure, event.asked(), new Dialog.Gone(event.file(), event.now()));
  }

  AppState undone(AppState state, Event.JoinUndone event) {
    AppState told = state.with(state.library().withoutUndo())
        .with(Notice.warning("Taken back. The joined version is " + event.copy() + ".", state.now()));
    if (!onScreen(state, event.chat().id(), event.file())) {
      return told;
    }
    AppState after = told.with(told.chat().changed(event.chat()));
    return after.with(after.chat().withSave(onDisk(after)));
  }

  /// Whatever is on the screen is looked at anew; nothing else is read.
  Step filesChanged(AppState state, Event.FilesChanged event) {
    List<Command> commands = new ArrayList<>();
    ChatState chat = state.chat();
    boolean kept = chat.named() || chat.save() instanceof SaveState.Draft;
    boolean touched = event.all()
        || (chat.named()
            ? event.chats().contains(chat.file())
            : event.drafts().contains(chat.chat().id() + ".json"));
    if (touched && chat.save() instanceof SaveState.ReadOnly) {
      // Somebody may have mended it.
      commands.add(new StoreCommand.OpenChat(chat.file(), chat.chat().id()));
    } else if (touched && kept) {
      commands.add(new StoreCommand.LookAgain(chat.chat(), chat.file(), chat.revision()));
    }
    boolean library = event.all() || !event.chats().isEmpty() || !event.drafts().isEmpty();
    if (library && Reducer.picksChat(state)) {
      commands.add(new Command.ReadChats());
    }
    if (event.all() || !event.lists().isEmpty()) {
      commands.add(new Command.ReadLists());
    }
    if (state.table().open() && (event.all() || event.lists().contains(state.table().file()))) {
      commands.add(new TableCommand.LookAgain());
    }
    ListNews.open(state)
        .filter(open -> event.all() || event.lists().contains(open.file()))
        .ifPresent(open -> commands.add(new Command.ReadTasks(open.file())));
    return Step.to(state).and(commands.toArray(new Command[0]));
  }

  /// Tells when another file has the id of the chat that is being opened, as a copy of a file has.
  AppState twin(AppState state, Chat chat, String file) {
    Optional<ChatSummary> twin = state.library().chats().stream()
        .filter(other -> chat.id().equals(other.id()) && !other.draft() && !other.file().equals(file))
        .findFirst();
    return twin.isEmpty() || file.isEmpty()
        ? state
        : state.with(Notice.warning(
            file + " is a copy of " + twin.get().file() + ". Each stays as it is; changes go to this one.",
            state.now()));
  }

  private static AppState refused(
      AppState state, UUID chat, String file, StoreFailure failure, boolean asked, Dialog dialog) {
    AppState told = state.with(Notice.warning(failure.onScreen(), state.now()).about(Notice.About.SAVING));
    if (!onScreen(state, chat, file)) {
      return told;
    }
    AppState after = told.with(told.chat().withSave(new SaveState.NotSaved(failure)));
    return asked ? after.open(dialog) : after;
  }

  private static SaveState onDisk(AppState state) {
    return state.chat().named() ? new SaveState.Saved(state.now()) : new SaveState.Draft();
  }

  private static Phrase sentence(Event.ChatJoined event) {
    if (!event.copy().isEmpty()) {
      return Phrase.of("Saved. What was not chosen is kept: " + event.copy());
    }
    Joined joined = event.joined();
    List<String> parts = new ArrayList<>();
    count(joined.added(), "added", parts);
    count(joined.changed(), "changed", parts);
    count(joined.removed(), "taken away", parts);
    String what = parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    return Phrase.of(name(event.file()) + " was changed elsewhere" + what + ".").then(Action.UNDO, "undoes.");
  }

  private static void count(int messages, String verb, List<String> parts) {
    if (messages > 0) {
      String noun = parts.isEmpty() ? messages == 1 ? " message " : " messages " : " ";
      parts.add(messages + noun + verb);
    }
  }

  private static String name(String file) {
    return file.isEmpty() ? "This draft" : file;
  }
}
