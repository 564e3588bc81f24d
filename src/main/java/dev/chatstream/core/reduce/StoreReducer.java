package dev.chatstream.core.reduce;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatSort;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.LibraryState;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.state.SaveState;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// What the store reports.
final class StoreReducer {

  private static final Phrase UNDOES = Phrase.key(Action.UNDO, "undoes.");

  private static final String ELSEWHERE =
      "This chat is open in another window, too. What is added there comes here.";

  private final TurnReducer turns;
  private final Supplier<ZoneId> zone;
  private final SharingReducer sharing = new SharingReducer();
  private final DamageReducer damage;

  StoreReducer(TurnReducer turns, Supplier<ZoneId> zone) {
    this.turns = turns;
    this.zone = zone;
    this.damage = new DamageReducer(zone);
  }

  Step reduce(AppState state, Event.FromStore event) {
    LibraryState library = state.library();
    return switch (event) {
      case Event.ChatsRead read -> Step.to(state.with(library.withChats(read.chats(), read.total())));
      case Event.ChatsFound found -> Step.to(FindReducer.found(state, found.found()));
      case Event.ChatPreviewed seen -> Step.to(FindReducer.previewed(state, seen.preview()));
      case Event.ListsRead read -> Step.to(state.with(library.withLists(read.lists())));
      case Event.ChatOpened opened -> open(cared(state, opened.chat().id()), opened.chat(), opened.file())
          .then(FindReducer::opened)
          .then(shown -> Step.to(opened.elsewhere() ? shown.with(Notice.warning(ELSEWHERE, shown.now())) : shown));
      case Event.ChatSaved saved -> saved(cared(state, saved.chat().id()), saved);
      case Event.DraftKept kept -> Step.to(draftKept(cared(state, kept.chat()), kept));
      case Event.SaveFailed failed -> Step.to(saveFailed(state, failed));
      case Event.ReadOnlyOpened opened ->
        turns.leave(state, opened.chat().id()).then(free -> Step.to(damage.opened(free, opened)))
            .then(FindReducer::opened);
      case Event.CopyFound found -> Step.to(state.open(new Dialog.Damaged(found.path(), found.made())));
      case Event.CopyUsed used -> damage.used(state, used);
      case Event.ChatJoined joined -> sharing.joined(state, joined);
      case Event.ChatClashed clashed -> Step.to(sharing.clashed(state, clashed));
      case Event.ChatGone gone -> Step.to(sharing.gone(state, gone));
      case Event.JoinUndone undone -> Step.to(sharing.undone(state, undone));
      case Event.FilesChanged changed -> sharing.filesChanged(state, changed);
      case Event.ChatAppended appended -> appended(state, appended);
      case Event.TasksAppended appended -> tasksAppended(state, appended);
      case Event.AppendUndone undone ->
        Step.to(say(state.with(library.withoutUndo()), "Took the last append back from " + undone.file() + "."))
            .and(new Command.ReadLists());
      case Event.ChatChanged changed -> LabelReducer.changed(state, changed);
      case Event.ChangeBack back -> LabelReducer.back(state, back);
      case Event.ChatDuplicated made -> LabelReducer.duplicated(state, made);
      case Event.Deleted deleted -> deleted(state, deleted);
      case Event.Undeleted back -> undeleted(state, back.file());
      case Event.DraftNamed named ->
        Step.to(say(cared(state, named.chat()).without(Dialog.NameDraft.class), "Saved chats/" + named.file() + "."));
      case Event.SavedElsewhere saved -> savedElsewhere(state, saved);
      case Event.PresetsRead read -> Step.to(SettingsReducer.presets(state, read));
      case Event.ChoiceKept kept -> Step.to(state);
      case Event.StoreRefused refused -> Step.to(refused(state, refused.failure()));
      case Event.TasksRead read -> Step.to(ListNews.told(state, read).open(new Dialog.Tasks(read)));
      case Event.ListConverting converting -> Step.to(say(state, sentence(converting)));
      case Event.ListConverted converted ->
        Step.to(say(state.without(Dialog.Tasks.class), sentence(converted))).and(new Command.ReadLists());
      case Event.ReplyRecovered recovered -> Step.to(RecoveryWords.say(state, recovered, zone.get()));
      case Event.Remembered remembered ->
        Step.to(PersonalReducer.layOut(remembered(state, remembered), remembered.layout()))
            .and(new Command.Connect(), new Command.ReadLists());
    };
  }

  /// A reply that is coming belongs to the chat before: what came of it is kept there.
  private Step open(AppState state, Chat chat, String file) {
    return turns.leave(state, chat.id()).then(free -> Step.to(opened(free, chat, file)));
  }

  private AppState opened(AppState state, Chat chat, String file) {
    SaveState save = file.isEmpty() ? new SaveState.Draft() : new SaveState.Saved(state.now());
    AppState told = sharing.twin(state, chat, file);
    ChatState shown = ChatState.of(chat, file, save);
    return told.with(shown).with(told.care().kept(shown)).withDialogs(List.of()).focusOn(Panel.INPUT);
  }

  private static Step saved(AppState state, Event.ChatSaved saved) {
    ChatState chat = state.chat();
    AppState told = saved.asked() ? say(state.without(Dialog.Name.class), savedSentence(state, saved)) : state;
    boolean here = chat.chat().id().equals(saved.chat().id()) && (!chat.named() || chat.file().equals(saved.file()));
    if (!here) {
      return Step.to(told);
    }
    ChatState named = chat.withFile(saved.file(), chat.chat().withTitle(saved.chat().title()));
    boolean current = chat.revision() == saved.revision();
    AppState after = current
        ? told.with(named.withSave(new SaveState.Saved(state.now())))
            .with(state.care().kept(named))
            .without(Dialog.Unsaved.class)
        : told.with(named);
    return current || chat.named() ? Step.to(after) : Saving.persist(after);
  }

  private static Phrase savedSentence(AppState state, Event.ChatSaved saved) {
    boolean pointed = state.chat().named() && !saved.chat().savePoints().isEmpty();
    return pointed
        ? Phrase.of("Saved chats/" + saved.file() + " with a save point.").then(Action.SAVE_POINTS, "comes back to it.")
        : Phrase.of("Saved chats/" + saved.file() + ".");
  }

  private static AppState draftKept(AppState state, Event.DraftKept kept) {
    ChatState chat = state.chat();
    boolean current = chat.chat().id().equals(kept.chat())
        && chat.revision() == kept.revision()
        && !chat.named()
        && !chat.chat().conversation().isEmpty();
    return current
        ? state.with(chat.withSave(new SaveState.Draft())).with(state.care().kept(chat)).without(Dialog.Unsaved.class)
        : state;
  }

  /// A retry that fails takes nothing away from a chat that is safe elsewhere.
  private static AppState saveFailed(AppState state, Event.SaveFailed failed) {
    StoreFailure failure = failed.failure();
    if (SharingReducer.onScreen(state, failed.chat(), failed.file())) {
      return state.chat().save() instanceof SaveState.Elsewhere
          ? state
          : state.with(Notice.warning(failure.onScreen(), state.now()).about(Notice.About.SAVING))
              .with(state.chat().withSave(new SaveState.NotSaved(failure)));
    }
    if (!failure.mayPass()) {
      return state.with(
          Notice.warning(
              Phrase.of("The chat before can't go into its file and is a draft.").then(Action.OPEN, "opens it."),
              state.now()));
    }
    return state.with(state.library().withUnsaved(failed.chat(), failure))
        .with(Notice.warning(
            Phrase.of("The chat before is NOT SAVED. It's kept and tried again;").then(Action.OPEN, "opens it."),
            state.now()).about(Notice.About.SAVING));
  }

  /// This chat needs no care any more; with the last such one nothing holds the end up.
  private static AppState cared(AppState state, UUID chat) {
    AppState after = state.with(state.library().withoutUnsaved(chat));
    boolean last = !state.library().unsaved().isEmpty() && after.library().unsaved().isEmpty();
    return last && !(state.chat().save() instanceof SaveState.NotSaved) ? after.without(Dialog.Unsaved.class) : after;
  }

  private Step appended(AppState state, Event.ChatAppended appended) {
    String leftOut = appended.leftOut() > 0 ? ", left out " + appended.leftOut() : "";
    boolean undoable = appended.added() > 0 && !appended.goOn();
    Phrase sentence = Phrase.of("Added " + count(appended.added(), "message") + " to "
        + (appended.target().title().isEmpty() ? appended.file() : appended.target().title()) + leftOut + ".")
        .then(undoable ? UNDOES : Phrase.NONE);
    LibraryState targets = state.library().withTargets(state.library().lastList(), appended.file());
    LibraryState library = undoable ? targets.undoable(appended.file()) : targets.withoutUndo();
    AppState told = say(state.with(library).without(Dialog.AppendTo.class), sentence);
    boolean sameChat = SharingReducer.onScreen(told, appended.target().id(), appended.file());
    Step after = appended.goOn() || sameChat
        ? open(told, appended.target(), appended.file()).then(open -> Step.to(say(open, sentence)))
        : Step.to(told);
    return after.and(new StoreCommand.KeepChoice("append_target", appended.file()));
  }

  private static Step tasksAppended(AppState state, Event.TasksAppended appended) {
    AppState after = say(state.without(Dialog.ToTasks.class).with(state.talk().unmarked().with(Optional.empty())),
        sentence(appended));
    LibraryState library = state.library().appendedTo(appended.file(), undoable(state.library(), appended));
    return Step.to(after.with(library))
        .and(new StoreCommand.KeepChoice("task_list", appended.file()), new Command.ReadLists());
  }

  private static String sentence(Event.ListConverting converting) {
    return converting.percent() < 0
        ? "Stopped. No copy of " + converting.file() + " was made."
        : "Converting " + converting.file() + ": " + converting.percent() + " %. c stops it.";
  }

  private static String sentence(Event.ListConverted converted) {
    String doubtful = converted.doubtful() == 0
        ? ""
        : " " + converted.doubtful() + " of " + tasks(converted.rows()) + " doubtful: \"migrate " + converted.from()
            + "\" says why.";
    return converted.thereAlready()
        ? "The copy of " + converted.from() + " is there already: " + converted.to() + "."
        : "Made " + converted.to() + " of " + converted.from() + ", which stays." + doubtful;
  }

  /// An append that added nothing leaves the one before it to be undone.
  private static String undoable(LibraryState library, Event.TasksAppended appended) {
    if (appended.added() == 0) {
      return library.undoFile();
    }
    return appended.file();
  }

  private static Phrase sentence(Event.TasksAppended appended) {
    String leftOut = appended.leftOut() > 0 ? ", left out " + appended.leftOut() : "";
    if (appended.added() == 0) {
      return Phrase.of("Nothing new for " + appended.file() + leftOut + ".");
    }
    String numbers = appended.first() == appended.last()
        ? String.valueOf(appended.first())
        : appended.first() + "-" + appended.last();
    String verb = appended.created() ? "Made " + appended.file() + " of " : "Added ";
    String to = appended.created() ? "" : " to " + appended.file();
    return Phrase.of(verb + tasks(appended.added()) + to + " (" + numbers + ")" + leftOut + ".")
        .then(UNDOES);
  }

  private static Step deleted(AppState state, Event.Deleted deleted) {
    AppState after = deleted.chat().map(chat -> cared(state, chat)).orElse(state);
    return Step.to(say(
        after.with(after.library().undoable(deleted.title())),
        Phrase.of(deleted.title() + " is in the trash.").then(UNDOES)));
  }

  private static Step undeleted(AppState state, String file) {
    String name = file.startsWith(".store/") ? "The chat without a name" : file;
    AppState after = say(state.with(state.library().withoutUndo()), name + " is back.");
    boolean chats = state.dialogs().stream().anyMatch(Dialog.Chats.class::isInstance);
    Step step = Step.to(after).and(new Command.ReadLists());
    return chats ? step.and(new Command.ReadChats()) : step;
  }

  /// Whoever wanted to quit can do so now.
  private Step savedElsewhere(AppState state, Event.SavedElsewhere saved) {
    boolean current = state.chat().chat().id().equals(saved.chat()) && state.chat().revision() == saved.revision();
    boolean quits = state.dialogs().stream().anyMatch(Dialog.Unsaved.class::isInstance);
    AppState after = say(state.without(Dialog.Elsewhere.class), "This chat is in " + saved.file() + " now.");
    if (!current) {
      return Step.to(after);
    }
    AppState safe = after.with(after.chat().withSave(new SaveState.Elsewhere(saved.file())));
    return quits && state.library().unsaved().isEmpty()
        ? turns.abandon(safe).then(last -> Step.to(last.exiting(0)))
        : Step.to(safe);
  }

  /// An append that can't be undone any more is forgotten; one that a busy file or a full disk held up can be tried
  /// again.
  private static AppState refused(AppState state, StoreFailure failure) {
    AppState told = state.with(Notice.warning(failure.onScreen(), state.now()).about(Notice.About.DIALOG));
    return failure instanceof StoreFailure.NotUndoable ? told.with(told.library().withoutUndo()) : told;
  }

  private static AppState remembered(AppState state, Event.Remembered remembered) {
    AppState after = state.with(
        state.library().withTargets(remembered.taskList(), remembered.appendTarget())
            .with(state.library().find().with(ChatSort.parse(remembered.sort())))
            .undoable(remembered.undoable()));
    if (state.server().wanted().isEmpty()) {
      after = after.with(after.server().wanting(remembered.model()));
    }
    int drafts = remembered.drafts();
    return drafts == 0
        ? after
        : say(after, drafts == 1
            ? Phrase.of("A chat from last time was never named.").then(Action.OPEN, "opens it.")
            : Phrase.of(drafts + " chats from last time were never named.").then(Action.OPEN, "opens them."));
  }

  private static AppState say(AppState state, String sentence) {
    return say(state, Phrase.of(sentence));
  }

  private static AppState say(AppState state, Phrase sentence) {
    return state.with(Notice.info(sentence));
  }

  private static String tasks(long count) {
    return count(count, "task");
  }

  private static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
