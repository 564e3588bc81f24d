package dev.chatstream.app;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.State;
import dev.chatstream.store.StateFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatAppend;
import dev.chatstream.store.chat.ChatFile;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.Leftovers;
import dev.chatstream.store.journal.Recovery;
import dev.chatstream.store.journal.UnsentText;
import dev.chatstream.store.list.AppendUndo;
import dev.chatstream.store.list.ListAppend;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// Does what the reducers ask of the store, and says what came of it. One thread.
final class StoreCommands {

  /// Tasks that the window shows; a longer list shows its last ones.
  private static final int MOST_TASKS = 2_000;

  private final DataRoot root;
  private final ChatStore chats;
  private final TaskListStore lists;
  private final StateFile stateFile;
  private final UnsentText unsent;
  private final Leftovers leftovers;
  private final Consumer<Chat> onDisk;
  private final Map<UUID, ChatFile> places = new HashMap<>();
  private final Map<UUID, ChatFile> spares = new HashMap<>();
  private boolean inputTold;
  private Optional<Undo> undo = Optional.empty();
  /// Read by the threads that connect, for the host of the last time.
  private volatile State state = State.EMPTY;

  /// Takes an append back.
  private interface Undo {
    Event run() throws StoreException;
  }

  /// @param onDisk is told of each chat that was written
  StoreCommands(DataRoot root, FileOps ops, InstantSource clock, Consumer<Chat> onDisk) {
    this.root = root;
    this.onDisk = onDisk;
    this.chats = new ChatStore(root, clock, ops);
    this.lists = new TaskListStore(root, clock);
    this.stateFile = new StateFile(root);
    this.unsent = new UnsentText(root, FileOps.DISK, clock);
    this.leftovers = new Leftovers(root, clock);
  }

  /// Does it.
  ///
  /// @return what to tell the loop
  Event run(Command.ForStore command) throws StoreException {
    return switch (command) {
      case Command.KeepDraft draft -> keepDraft(draft);
      case Command.SaveChat save -> save(save);
      case Command.NameChat name -> name(name);
      case Command.CopyChat copy -> copy(copy);
      case Command.OpenChat open -> open(open);
      case Command.DiscardDraft draft -> discard(draft.id());
      case Command.AppendChat append -> append(append);
      case Command.AppendTasks append -> appendTasks(append);
      case Command.UndoAppend nothing -> undoAppend();
      case Command.WriteAgain nothing -> new Event.ChoiceKept();
      case Command.ReadChats nothing -> new Event.ChatsRead(readChats());
      case Command.ReadLists nothing -> new Event.ListsRead(lists.list());
      case Command.ReadTasks read -> readTasks(read.list());
      case Command.Remember nothing -> remember();
      case Command.Recover nothing -> recover();
      case Command.KeepChoice choice -> keepChoice(choice);
      case Command.KeepInput input -> keepInput(input.text());
      case Command.TakeInput nothing -> new Event.TextReturned(unsent.take());
    };
  }

  /// What to tell the loop when it did not work.
  static Event refused(Command.ForStore command, StoreFailure failure) {
    return switch (command) {
      case Command.KeepDraft draft -> new Event.SaveFailed(draft.chat().id(), draft.revision(), failure);
      case Command.SaveChat save -> new Event.SaveFailed(save.chat().id(), save.revision(), failure);
      // Tried again with the next change, and in the log; a sentence a second would be in the way of the typing.
      case Command.KeepInput input -> new Event.ChoiceKept();
      default -> new Event.StoreRefused(failure);
    };
  }

  /// What was chosen last time.
  State state() {
    return state;
  }

  private Event keepDraft(Command.KeepDraft draft) throws StoreException {
    UUID id = draft.chat().id();
    ChatFile before = places.get(id);
    if (draft.chat().conversation().isEmpty() && draft.chat().branches().isEmpty()) {
      chats.discardDraft(id);
      places.remove(id);
      onDisk.accept(draft.chat());
      return new Event.DraftKept(id, draft.revision());
    }
    places.put(id, before == null ? chats.keepDraft(draft.chat()) : chats.save(draft.chat(), before));
    onDisk.accept(draft.chat());
    return new Event.DraftKept(id, draft.revision());
  }

  private Event save(Command.SaveChat save) throws StoreException {
    Chat chat = save.chat();
    ChatFile place = places.get(chat.id());
    if (place == null) {
      throw new StoreException(new StoreFailure.Missing(save.file()));
    }
    try {
      places.put(chat.id(), chats.save(chat, place));
      dropSpare(chat.id());
    } catch (StoreException refused) {
      Optional<StoreException> nowhere = keepSpare(chat);
      // What can't be written to its file ever, but to a draft later, is to be tried again.
      throw nowhere.filter(spare -> spare.failure().mayPass() && !refused.failure().mayPass()).orElse(refused);
    }
    onDisk.accept(chat);
    if (save.asked()) {
      Logger.info("saved chats/{}", save.file());
    }
    return new Event.ChatSaved(chat, save.file(), save.revision(), save.asked());
  }

  /// A chat whose own file can't be written is kept among the drafts, so that the next start offers it.
  ///
  /// @return why it is not there either; empty when it is
  private Optional<StoreException> keepSpare(Chat chat) {
    try {
      ChatFile before = spares.get(chat.id());
      spares.put(chat.id(), before == null ? chats.keepDraft(chat) : chats.save(chat, before));
      Logger.info("kept as a draft instead");
      return Optional.empty();
    } catch (StoreException nowhere) {
      Logger.warn("not kept as a draft either: {}", nowhere.failure().sentence());
      return Optional.of(nowhere);
    }
  }

  private void dropSpare(UUID id) throws StoreException {
    if (spares.remove(id) != null) {
      chats.discardDraft(id);
    }
  }

  private Event name(Command.NameChat name) throws StoreException {
    Optional<ChatFile> draft = Optional.ofNullable(places.get(name.chat().id()));
    StoredChat stored = chats.saveNew(name.chat(), name.name(), draft);
    places.put(stored.chat().id(), stored.at());
    onDisk.accept(stored.chat());
    Logger.info("saved chats/{}", stored.at().file());
    return new Event.ChatSaved(stored.chat(), stored.at().file(), name.revision(), true);
  }

  private Event copy(Command.CopyChat copy) throws StoreException {
    StoredChat stored = chats.saveCopy(copy.chat(), copy.name());
    Logger.info("saved a copy as chats/{}", stored.at().file());
    return opened(stored, stored.at().file());
  }

  private Event open(Command.OpenChat open) throws StoreException {
    boolean draft = open.file().isEmpty();
    StoredChat stored = draft ? chats.openDraft(open.id()) : chats.open(open.file());
    if (!stored.at().problem().isEmpty()) {
      // Shown as far as it can be read; the store refuses to write it, and says why.
      Logger.warn("{}: {}", stored.at().file(), stored.at().problem());
    }
    Logger.info("opened {}", draft ? "an unnamed chat" : "chats/" + stored.at().file());
    return opened(stored, draft ? "" : stored.at().file());
  }

  private Event opened(StoredChat stored, String file) {
    places.put(stored.chat().id(), stored.at());
    return new Event.ChatOpened(stored.chat(), file);
  }

  private Event discard(UUID id) throws StoreException {
    chats.discardDraft(id);
    places.remove(id);
    Logger.info("discarded an unnamed chat");
    return new Event.DraftDiscarded(id);
  }

  private Event append(Command.AppendChat append) throws StoreException {
    ChatAppend done = chats.append(append.target(), append.from());
    StoredChat after = done.after();
    places.put(after.chat().id(), after.at());
    undo = done.added() > 0 ? Optional.of(() -> takeBack(done)) : Optional.empty();
    Logger.info("added {} messages to chats/{}, left out {}", done.added(), after.at().file(), done.leftOut());
    return new Event.ChatAppended(after.chat(), after.at().file(), done.added(), done.leftOut(), append.goOn());
  }

  private Event appendTasks(Command.AppendTasks append) throws StoreException {
    ListAppend done = append.create()
        ? lists.create(append.list(), append.tasks())
        : lists.append(append.list(), append.tasks());
    if (done.added() > 0) {
      undo = done.undo().map(last -> () -> takeBack(last));
    }
    if (!done.told().isEmpty()) {
      Logger.warn(done.told());
    }
    if (done.added() == 0) {
      Logger.info("nothing new for task_lists/{}, left out {}", done.file(), done.leftOut());
    } else {
      Logger.info(
          "added {} tasks to task_lists/{} ({}-{}), left out {}",
          done.added(), done.file(), done.first(), done.last(), done.leftOut());
    }
    return new Event.TasksAppended(
        done.file(), append.create(), done.added(), done.leftOut(), done.first(), done.last());
  }

  private Event undoAppend() throws StoreException {
    Undo last = undo.orElseThrow(
        () -> new StoreException(new StoreFailure.NotUndoable("the file", "there was no append")));
    Event done;
    try {
      done = last.run();
    } catch (StoreException refused) {
      if (refused.failure() instanceof StoreFailure.NotUndoable) {
        undo = Optional.empty();
      }
      throw refused;
    }
    undo = Optional.empty();
    return done;
  }

  private Event takeBack(AppendUndo append) throws StoreException {
    lists.undo(append);
    Logger.info("took the last append back from task_lists/{}", append.file());
    return new Event.AppendUndone(append.file());
  }

  private Event takeBack(ChatAppend append) throws StoreException {
    StoredChat after = append.after();
    places.put(after.chat().id(), chats.save(append.before().chat(), after.at()));
    Logger.info("took the last append back from chats/{}", after.at().file());
    return new Event.AppendUndone(after.at().file());
  }

  private List<ChatSummary> readChats() throws StoreException {
    List<ChatSummary> all = new ArrayList<>(chats.drafts());
    chats.list().stream()
        .sorted(Comparator.comparing(ChatSummary::changed).reversed())
        .forEach(all::add);
    return all;
  }

  private Event readTasks(String list) throws StoreException {
    try (TaskRows rows = lists.read(list)) {
      Deque<TaskRow> last = new ArrayDeque<>();
      long skipped = 0;
      while (rows.hasNext()) {
        last.addLast(rows.next());
        if (last.size() > MOST_TASKS) {
          last.removeFirst();
          skipped++;
        }
      }
      String told = rows.note().isEmpty() ? rows.problem() : rows.note();
      return new Event.TasksRead(list, List.copyOf(last), skipped, told, !rows.note().isEmpty());
    }
  }

  private Event remember() throws StoreException {
    StateFile.Loaded loaded = stateFile.read();
    state = loaded.state();
    if (!loaded.told().isEmpty()) {
      Logger.warn(loaded.told());
    }
    return new Event.Remembered(state.model(), state.list(), state.chat(), chats.drafts());
  }

  private Event recover() throws StoreException {
    Recovery.Result result = new Recovery(root, chats, FileOps.DISK).run();
    sweep();
    return new Event.ReplyRecovered(result.replies(), result.failures());
  }

  /// What dead processes left is in nobody's way, so a failure here is no failure of the recovery.
  private void sweep() {
    try {
      leftovers.sweep();
    } catch (StoreException stays) {
      Logger.warn("what earlier processes left can't be looked for: {}", stays.failure().sentence());
    }
  }

  /// Comes once a second while somebody types, so a disk that fails is told once.
  private Event keepInput(String text) throws StoreException {
    try {
      unsent.keep(text);
      inputTold = false;
    } catch (StoreException failed) {
      if (!inputTold) {
        inputTold = true;
        throw failed;
      }
    }
    return new Event.ChoiceKept();
  }

  private Event keepChoice(Command.KeepChoice choice) throws StoreException {
    if (choice.key().equals("theme")) {
      new SettingsFile(root).set("theme", choice.value());
      return new Event.ChoiceKept();
    }
    state = switch (choice.key()) {
      case "model" -> state.withModel(choice.value());
      case "host" -> state.withHost(choice.value());
      case "task_list" -> state.withList(choice.value());
      case "append_target" -> state.withChat(choice.value());
      default -> throw new IllegalArgumentException("no choice is called " + choice.key());
    };
    stateFile.write(state);
    return new Event.ChoiceKept();
  }
}
