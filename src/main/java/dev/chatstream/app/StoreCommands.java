package dev.chatstream.app;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatChange;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.PersonalEvent;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.watch.RunFigures;
import dev.chatstream.store.LastGoodCopy;
import dev.chatstream.store.PresetFiles;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.State;
import dev.chatstream.store.StateFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatAppend;
import dev.chatstream.store.chat.ChatSharing;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.Outcome;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.GoodCopies;
import dev.chatstream.store.file.GoodCopy;
import dev.chatstream.store.file.Presence;
import dev.chatstream.store.file.Quarantine;
import dev.chatstream.store.journal.UnsentOfChats;
import dev.chatstream.store.list.CellRewrite;
import dev.chatstream.store.list.ListAppend;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.watch.StatsFile;
import dev.chatstream.ui.text.Words;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// Does what the reducers ask of the store, and says what came of it. One thread.
final class StoreCommands {

  private final DataRoot root;
  private final ChatStore chats;
  private final ChatSharing sharing;
  private final LastGoodCopy copies;
  private final Presence presence;
  private final ChatCommands onScreen;
  private final TaskListStore lists;
  private final ListCommands keeping;
  private final StateFile stateFile;
  private final UnsentOfChats unsentOfChats;
  private final WritingCommands writing;
  private final DoublesSettling doubles;
  private final Bin bin;
  private final RecoveryCommand recovering;
  private final TaskUndo taskUndo;
  private final CategoryCells categories;
  private Optional<Undo> undo = Optional.empty();
  /// Read by the threads that connect, for the host of the last time.
  private volatile State state = State.EMPTY;

  /// Takes an append back.
  private interface Undo {
    Event run() throws StoreException;
  }

  /// @param bin where deleted files go
  /// @param onDisk is told of each chat that was written
  /// @param goodCopies where whole copies of damaged files are found
  StoreCommands(
      DataRoot root, FileOps ops, InstantSource clock, Bin bin, Consumer<Chat> onDisk, GoodCopies goodCopies) {
    this.doubles = new DoublesSettling(root, clock);
    this.bin = bin;
    this.keeping = new ListCommands(root, clock, bin);
    this.root = root;
    this.chats = new ChatStore(root, clock, ops);
    this.lists = new TaskListStore(root, clock);
    this.presence = new Presence(root, FileOps.DISK);
    Quarantine quarantine = new Quarantine(root, clock, FileOps.DISK);
    this.sharing = new ChatSharing(chats, quarantine);
    this.copies = new LastGoodCopy(root, chats, lists, goodCopies, quarantine, FileOps.DISK);
    this.onScreen = new ChatCommands(chats, sharing, copies, onDisk, presence);
    this.stateFile = new StateFile(root);
    this.unsentOfChats = new UnsentOfChats(root, FileOps.DISK);
    this.writing = new WritingCommands(root, clock, unsentOfChats);
    this.recovering = new RecoveryCommand(root, clock, chats);
    this.categories = new CategoryCells(new CellRewrite(root, clock, ops));
    this.taskUndo = new TaskUndo(root, lists, bin);
  }

  /// Does it.
  ///
  /// @return what to tell the loop
  Event run(Command.ForStore command) throws StoreException {
    return switch (command) {
      case StoreCommand.KeepDraft draft -> undoable(onScreen.keepDraft(draft));
      case StoreCommand.SaveChat save -> undoable(onScreen.save(save));
      case StoreCommand.SettleChat settle -> undoable(onScreen.settle(settle));
      case StoreCommand.WriteMissing again -> onScreen.writeAgain(again);
      case StoreCommand.GoOnIn there -> undoable(onScreen.goOnIn(there));
      case StoreCommand.TakenUp taken -> onScreen.takenUp(taken);
      case StoreCommand.LookAgain look -> undoable(onScreen.lookAgain(look));
      case StoreCommand.FindCopy find -> findCopy(find.path());
      case StoreCommand.UseCopy use -> useCopy(use.path());
      case StoreCommand.NameChat name -> onScreen.name(name);
      case StoreCommand.CopyChat copy -> onScreen.copy(copy);
      case StoreCommand.SaveBranch branch -> onScreen.saveBranch(branch);
      case StoreCommand.KeepPreset preset -> keepPreset(preset);
      case StoreCommand.OpenChat open -> onScreen.open(open);
      case StoreCommand.ChangeChat change -> change(change.file(), change.id(), change.change());
      case StoreCommand.NoteChange here -> noteChange(here);
      case StoreCommand.DuplicateChat chat -> onScreen.duplicate(chat);
      case StoreCommand.DeleteChat chat -> deleteChat(chat);
      case StoreCommand.NewList list -> kept(keeping.create(list.name()));
      case StoreCommand.RenameList list -> kept(keeping.rename(list.file(), list.name()));
      case StoreCommand.DuplicateList list -> kept(keeping.duplicate(list.file()));
      case StoreCommand.DeleteList list -> delete("task_lists/" + list.file(), list.file(), Optional.empty());
      case StoreCommand.Undelete trashed -> undelete(trashed.id());
      case StoreCommand.NameDraft draft -> onScreen.nameDraft(draft);
      case StoreCommand.SaveElsewhere chat -> saveElsewhere(chat);
      case StoreCommand.AppendChat append -> append(append);
      case StoreCommand.AppendTasks append -> appendTasks(append);
      case StoreCommand.SettleDoubles settle -> settle(settle);
      case StoreCommand.SetCategories set -> setCategories(set);
      case StoreCommand.UndoAppend nothing -> undoAppend();
      case StoreCommand.WriteAgain nothing -> new Event.ChoiceKept();
      case StoreCommand.Remember nothing -> remember();
      case StoreCommand.Recover nothing -> recovering.run();
      case StoreCommand.KeepChoice choice -> keepChoice(choice);
      case StoreCommand.SetPreference set -> setPreference(set.preference(), set.value());
      case StoreCommand.KeepFigures figures -> keepFigures(figures.run());
      case WritingCommand text -> writing.run(text);
    };
  }

  /// What to tell the loop when it did not work.
  static Event refused(Command.ForStore command, StoreFailure failure) {
    return switch (command) {
      case StoreCommand.KeepDraft draft -> new Event.SaveFailed(draft.chat().id(), "", draft.revision(), failure);
      case StoreCommand.SaveChat save -> notSaved(save.chat(), save.file(), save.revision(), failure);
      case StoreCommand.SettleChat settle -> notSaved(settle.chat(), settle.file(), settle.revision(), failure);
      case StoreCommand.WriteMissing again -> notSaved(again.chat(), again.file(), again.revision(), failure);
      case StoreCommand.GoOnIn there -> notSaved(there.chat(), there.now(), there.revision(), failure);
      case StoreCommand.LookAgain look when failure instanceof StoreFailure.Unreadable ->
        notSaved(look.chat(), look.file(), look.revision(), failure);
      // Tried again with the next change, and in the log; a sentence a second would be in the way of the typing.
      case WritingCommand.KeepInput input -> new Event.ChoiceKept();
      // It is in its chat, which is what counts; the log says why.
      case WritingCommand.KeepPrompt prompt -> new Event.ChoiceKept();
      // Nothing of value, at the very end: in the log, but no reason to end with an error.
      case StoreCommand.KeepFigures figures -> new Event.ChoiceKept();
      default -> new Event.StoreRefused(failure);
    };
  }

  private static Event notSaved(Chat chat, String file, long revision, StoreFailure failure) {
    StoreFailure told = failure instanceof StoreFailure.Unreadable damaged
        ? new StoreFailure.DamagedElsewhere(damaged.file(), damaged.reason())
        : failure;
    return new Event.SaveFailed(chat.id(), file, revision, told);
  }

  /// What was joined can be taken back.
  private Event undoable(Event event) {
    if (event instanceof Event.ChatJoined joined) {
      undoes(() -> onScreen.takeBack(joined));
    }
    return event;
  }

  /// What was chosen last time.
  State state() {
    return state;
  }

  private Event change(String file, UUID id, ChatChange change) throws StoreException {
    Chat before = chats.change(file.isEmpty(), file.isEmpty() ? id.toString() : file, change);
    undoes(() -> new Event.ChangeBack(file, id, change.back(before)));
    String title = before.title().isBlank() ? "The chat without a name" : before.title();
    return new Event.ChatChanged(title, change);
  }

  private Event noteChange(StoreCommand.NoteChange here) {
    undoes(() -> new Event.ChangeBack(here.file(), here.id(), here.back()));
    return new Event.ChoiceKept();
  }

  private Event deleteChat(StoreCommand.DeleteChat chat) throws StoreException {
    boolean draft = chat.file().isEmpty();
    Event done = delete(draft ? ".store/drafts/" + chat.id() + ".json" : "chats/" + chat.file(), chat.title(),
        Optional.ofNullable(chat.id()));
    onScreen.forget(chat.id(), chat.file());
    if (chat.id() != null && unsentOfChats.isThere(chat.id())) {
      deleteUnsent(".store/unsent/" + chat.id() + ".txt");
    }
    return done;
  }

  /// What was written in a deleted chat goes and comes back with it. The chat goes whatever becomes of that.
  private void deleteUnsent(String file) {
    Undo chatAlone = undo.orElseThrow();
    try {
      String id = bin.delete(file);
      undo = Optional.of(() -> {
        bin.restore(id);
        return chatAlone.run();
      });
    } catch (StoreException stays) {
      Logger.warn("{} stays: {}", file, stays.failure().sentence());
    }
  }

  private Event delete(String file, String title, Optional<UUID> chat) throws StoreException {
    String id = bin.delete(file);
    undoes(() -> undelete(id));
    Logger.info("put {} into the trash", file);
    return new Event.Deleted(title, chat);
  }

  /// A list was made, copied or renamed; so that is taken back.
  private Event kept(ListCommands.Kept done) {
    undo = Optional.of(done.undo()::run);
    return done.event();
  }

  private Event undelete(String id) throws StoreException {
    String file = bin.restore(id);
    Logger.info("took {} out of the trash", file);
    return new Event.Undeleted(file);
  }

  private Event saveElsewhere(StoreCommand.SaveElsewhere chat) throws StoreException {
    Path file = chats.export(chat.chat(), TypedPath.of(chat.path()));
    Logger.info("saved a chat as {}", file);
    return new Event.SavedElsewhere(chat.chat().id(), chat.revision(), file.toString());
  }

  private Event append(StoreCommand.AppendChat append) throws StoreException {
    ChatAppend done = chats.append(append.target(), append.from());
    StoredChat after = done.after();
    onScreen.put(after);
    undo = Optional.empty();
    if (done.added() > 0) {
      undoes(() -> takeBack(done));
    }
    Logger.info("added {} to chats/{}, left out {}",
        Words.count(done.added(), "message"), after.at().file(), done.leftOut());
    return new Event.ChatAppended(after.chat(), after.at().file(), done.added(), done.leftOut(), append.goOn());
  }

  private Event appendTasks(StoreCommand.AppendTasks append) throws StoreException {
    ListAppend done = append.create()
        ? lists.create(append.list(), append.tasks())
        : lists.appendAll(append.list(), append.tasks());
    if (done.added() > 0) {
      taskUndo.appended(done, append.create());
      undo = Optional.of(taskUndo::takeBack);
    }
    if (!done.told().isEmpty()) {
      Logger.warn(done.told());
    }
    if (done.added() == 0) {
      Logger.info("nothing new for task_lists/{}, left out {}", done.file(), done.leftOut());
    } else {
      Logger.info(
          "added {} to task_lists/{} ({}-{}), left out {}",
          Words.count(done.added(), "task"), done.file(), done.first(), done.last(), done.leftOut());
    }
    return new Event.TasksAppended(
        done.file(), append.create(), done.added(), done.leftOut(), done.first(), done.last());
  }

  private Event settle(StoreCommand.SettleDoubles settle) throws StoreException {
    DoublesSettling.Settled done = doubles.settle(settle);
    if (done.undoable()) {
      undoes(() -> doubles.takeBack(done));
    }
    return done.event();
  }

  /// The last thing that can be taken back is this.
  private void undoes(Undo way) {
    taskUndo.overtaken();
    undo = Optional.of(way);
  }

  private Event setCategories(StoreCommand.SetCategories set) throws StoreException {
    Map<String, String> before = categories.write(set.list(), set.categories());
    if (!before.isEmpty()) {
      undoes(() -> categories.takeBack(set.list(), before));
    }
    return new TalkEvent.Categorised(set.list(), before.size());
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

  /// What others did to the target meanwhile stays.
  private Event takeBack(ChatAppend append) throws StoreException {
    StoredChat after = append.after();
    Outcome done = sharing.save(append.before().chat(), after.chat(), after.at(), true, Map.of());
    switch (done) {
      case Outcome.Same same -> onScreen.put(same.stored());
      case Outcome.Together together -> onScreen.put(together.stored());
      default -> throw new StoreException(new StoreFailure.NotUndoable(after.at().file(), "it was changed since"));
    }
    Logger.info("took the last append back from chats/{}", after.at().file());
    return new Event.AppendUndone(after.at().file());
  }

  private Event findCopy(String path) throws StoreException {
    String name = path.substring(path.indexOf('/') + 1);
    GoodCopy copy = copies.find(path).orElseThrow(() -> new StoreException(new StoreFailure.NoGoodCopy(name)));
    return new Event.CopyFound(path, copy.made());
  }

  private Event useCopy(String path) throws StoreException {
    LastGoodCopy.Used used = copies.use(path);
    Logger.warn("{} was damaged; the copy of {} is in its place, the damaged file is {}", path, used.made(),
        used.damaged());
    return new Event.CopyUsed(path, used.made(), used.damaged());
  }

  private Event remember() throws StoreException {
    StateFile.Loaded loaded = stateFile.read();
    state = loaded.state();
    if (!loaded.told().isEmpty()) {
      Logger.warn(loaded.told());
    }
    String undoable = taskUndo.remember();
    undo = undoable.isEmpty() ? Optional.empty() : Optional.of(taskUndo::takeBack);
    return new Event.Remembered(
        state.model(), state.list(), state.chat(), state.layout(), chats.draftCount(), state.sort(), undoable);
  }

  private Event keepPreset(StoreCommand.KeepPreset preset) throws StoreException {
    PresetFiles presets = new PresetFiles(root);
    String file = presets.keep(preset.name(), preset.settings());
    return new Event.PresetsRead(presets.read(), file);
  }

  private Event keepFigures(RunFigures run) throws StoreException {
    presence.close(); // The program ends.
    new StatsFile(root).add(run);
    return new Event.ChoiceKept();
  }

  private Event setPreference(Preference preference, String value) throws StoreException {
    SettingsFile file = new SettingsFile(root);
    String old = file.read().changed(preference) ? file.read().text(preference) : "";
    file.set(preference, value);
    undoes(() -> {
      file.set(preference, old);
      return new PersonalEvent.PreferenceUndone(preference, file.read());
    });
    Logger.info("the setting {} is {}", preference.key(), value.isEmpty() ? "as usual" : value);
    return new PersonalEvent.PreferenceKept(preference, file.read());
  }

  private Event keepChoice(StoreCommand.KeepChoice choice) throws StoreException {
    state = switch (choice.key()) {
      case "model" -> state.withModel(choice.value());
      case "host" -> state.withHost(choice.value());
      case "layout" -> state.withLayout(choice.value());
      case "task_list" -> state.withList(choice.value());
      case "chat_sort" -> state.withSort(choice.value());
      case "append_target" -> state.withChat(choice.value());
      default -> throw new IllegalArgumentException("no choice is called " + choice.key());
    };
    stateFile.write(state);
    return new Event.ChoiceKept();
  }
}
