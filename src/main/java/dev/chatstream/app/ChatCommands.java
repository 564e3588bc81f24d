package dev.chatstream.app;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.store.LastGoodCopy;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatFile;
import dev.chatstream.store.chat.ChatSharing;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.DamagedChat;
import dev.chatstream.store.chat.Outcome;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.file.GoodCopy;
import dev.chatstream.store.file.Presence;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// Opens and saves chats for the screen, and knows of each what the screen knows of it. Two files with one id are two
/// chats. One thread, the store's.
final class ChatCommands {

  private final ChatStore chats;
  private final ChatSharing sharing;
  private final LastGoodCopy copies;
  private final Consumer<Chat> onDisk;
  private final Presence presence;
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, ChatFile> spares = new HashMap<>();

  /// @param at where the chat is, and what the file held then
  /// @param known the version that the screen sent or was given last
  /// @param alone whether the file held just that
  private record Place(ChatFile at, Chat known, boolean alone) {}

  /// @param onDisk is told of each chat that was written
  ChatCommands(
      ChatStore chats, ChatSharing sharing, LastGoodCopy copies, Consumer<Chat> onDisk, Presence presence) {
    this.presence = presence;
    this.chats = chats;
    this.copies = copies;
    this.sharing = sharing;
    this.onDisk = onDisk;
  }

  /// Chats are told apart by their files; a draft by its id, which is its file's name.
  static String key(UUID id, String file) {
    return file.isEmpty() ? "draft " + id : file;
  }

  /// The screen has this version, and the file holds it.
  void put(StoredChat stored) {
    places.put(key(stored), new Place(stored.at(), stored.chat(), true));
  }

  Event keepDraft(StoreCommand.KeepDraft draft) throws StoreException {
    Chat chat = draft.chat();
    Place before = places.get(key(chat.id(), ""));
    if (chat.conversation().isEmpty() && chat.branches().isEmpty()) {
      chats.discardDraft(chat.id());
      forget(chat.id(), "");
      onDisk.accept(chat);
      return new Event.DraftKept(chat.id(), draft.revision());
    }
    if (before == null) {
      put(new StoredChat(chat, chats.keepDraft(chat)));
      presence.show(key(chat.id(), ""));
      onDisk.accept(chat);
      return new Event.DraftKept(chat.id(), draft.revision());
    }
    Event done = told(
        sharing.save(chat, before.known(), before.at(), before.alone(), Map.of()), chat, "", draft.revision(), false);
    return done instanceof Event.ChatGone gone && gone.now().isEmpty()
        ? keptAgain(draft, before)
        : saved(done, chat, new Event.DraftKept(chat.id(), draft.revision()));
  }

  /// A draft that is nowhere was discarded in another window; it goes on here.
  private Event keptAgain(StoreCommand.KeepDraft draft, Place before) throws StoreException {
    put(sharing.writeAgain(draft.chat(), before.at()));
    onDisk.accept(draft.chat());
    return new Event.DraftKept(draft.chat().id(), draft.revision());
  }

  Event save(StoreCommand.SaveChat save) throws StoreException {
    Chat chat = save.chat();
    Event plain = new Event.ChatSaved(chat, save.file(), save.revision(), save.asked());
    return save(chat, save.file(), save.revision(), save.asked(), Map.of(), plain);
  }

  /// Writes it as was chosen for each message that both sides changed.
  Event settle(StoreCommand.SettleChat settle) throws StoreException {
    Event plain = settle.file().isEmpty()
        ? new Event.DraftKept(settle.chat().id(), settle.revision())
        : new Event.ChatSaved(settle.chat(), settle.file(), settle.revision(), true);
    return save(settle.chat(), settle.file(), settle.revision(), true, settle.picks(), plain);
  }

  Event writeAgain(StoreCommand.WriteMissing again) throws StoreException {
    put(sharing.writeAgain(again.chat(), place(again.chat(), again.file()).at()));
    onDisk.accept(again.chat());
    dropSpare(again.chat(), again.file());
    return new Event.ChatSaved(again.chat(), again.file(), again.revision(), true);
  }

  /// The chat has another file now; what that holds and what we have becomes one.
  Event goOnIn(StoreCommand.GoOnIn there) throws StoreException {
    Chat known = place(there.chat(), there.file()).known();
    StoredChat found = chats.open(there.now());
    places.put(key(found), new Place(found.at(), known, false));
    dropSpare(there.chat(), there.file());
    Event plain = new Event.ChatSaved(there.chat(), there.now(), there.revision(), true);
    return save(there.chat(), there.now(), there.revision(), true, Map.of(), plain);
  }

  /// Tells what somebody else did to a chat; nothing when nobody did anything.
  Event lookAgain(StoreCommand.LookAgain look) throws StoreException {
    Place place = places.get(key(look.chat().id(), look.file()));
    if (place == null) {
      return new Event.ChoiceKept();
    }
    Outcome found = sharing.look(look.chat(), place.known(), place.at());
    boolean same = found instanceof Outcome.Same;
    return same ? new Event.ChoiceKept() : told(found, look.chat(), look.file(), look.revision(), false);
  }

  /// What the screen sends from now on came from this version: what is missing in it, the screen took away.
  Event takenUp(StoreCommand.TakenUp taken) {
    places.computeIfPresent(
        key(taken.onDisk().id(), taken.file()), (key, place) -> new Place(place.at(), taken.onDisk(), false));
    return new Event.ChoiceKept();
  }

  /// Takes a join back.
  Event takeBack(Event.ChatJoined joined) throws StoreException {
    Place place = place(joined.ours(), joined.file());
    String copy = sharing.takeBack(joined.ours(), place.at());
    put(chats.readAgain(place.at()));
    return new Event.JoinUndone(joined.ours(), joined.file(), copy);
  }

  Event name(StoreCommand.NameChat name) throws StoreException {
    String draftKey = key(name.chat().id(), "");
    Optional<ChatFile> draft = Optional.ofNullable(places.get(draftKey)).map(Place::at);
    StoredChat stored = chats.saveNew(name.chat(), name.name(), draft);
    places.remove(draftKey);
    put(stored);
    presence.show(key(stored));
    onDisk.accept(stored.chat());
    Logger.info("saved chats/{}", stored.at().file());
    return new Event.ChatSaved(stored.chat(), stored.at().file(), name.revision(), true);
  }

  Event copy(StoreCommand.CopyChat copy) throws StoreException {
    StoredChat stored = chats.saveCopy(copy.chat(), copy.name());
    Logger.info("saved a copy as chats/{}", stored.at().file());
    return opened(stored);
  }

  /// The copy is a chat that the screen doesn't know.
  Event saveBranch(StoreCommand.SaveBranch branch) throws StoreException {
    StoredChat stored = chats.saveCopy(branch.chat(), branch.name());
    Logger.info("saved a branch as chats/{}", stored.at().file());
    return new Event.Said(
        Phrase.of("This branch is chats/" + stored.at().file() + " now, too.").then(Action.OPEN, "opens it."));
  }

  Event open(StoreCommand.OpenChat open) throws StoreException {
    StoredChat stored;
    try {
      stored = open.file().isEmpty() ? chats.openDraft(open.id()) : chats.open(open.file());
    } catch (StoreException refused) {
      if (refused.failure() instanceof StoreFailure.Unreadable && !open.file().isEmpty()) {
        return damaged(open.file(), refused);
      }
      throw refused;
    }
    if (!stored.at().problem().isEmpty()) {
      Logger.warn("{}: {}", stored.at().file(), stored.at().problem());
      StoreFailure newer = new StoreFailure.NewerVersion(stored.at().file());
      return new Event.ReadOnlyOpened(stored.chat(), stored.at().file(), newer, Optional.empty());
    }
    Logger.info("opened {}", stored.at().draft() ? "an unnamed chat" : "chats/" + stored.at().file());
    return opened(stored);
  }

  /// Shows the good part; where nothing of it can be read, that is told, and a good copy is offered.
  private Event damaged(String file, StoreException refused) throws StoreException {
    String path = "chats/" + file;
    Logger.warn(refused.failure().sentence());
    Optional<Instant> copied = copies.find(path).map(GoodCopy::made);
    try {
      DamagedChat found = chats.openDamaged(file);
      StoreFailure why = new StoreFailure.Damaged(
          found.file(), found.chat().conversation().size(), found.total());
      return new Event.ReadOnlyOpened(found.chat(), found.file(), why, copied);
    } catch (StoreException nothing) {
      if (copied.isPresent()) {
        return new Event.CopyFound(path, copied.get());
      }
      refused.addSuppressed(nothing);
      throw refused;
    }
  }

  /// Gives a chat that is not on the screen a name and a file.
  Event nameDraft(StoreCommand.NameDraft draft) throws StoreException {
    StoredChat stored = chats.openDraft(draft.id());
    StoredChat named = chats.saveNew(stored.chat(), draft.name(), Optional.of(stored.at()));
    forget(draft.id(), "");
    put(named);
    Logger.info("saved chats/{}", named.at().file());
    return new Event.DraftNamed(draft.id(), named.at().file());
  }

  /// The copy is a chat that the screen doesn't know.
  Event duplicate(StoreCommand.DuplicateChat chat) throws StoreException {
    StoredChat stored = chat.file().isEmpty() ? chats.openDraft(chat.id()) : chats.open(chat.file());
    StoredChat made = chats.saveCopy(stored.chat(), chat.title());
    Logger.info("saved a copy as chats/{}", made.at().file());
    return new Event.ChatDuplicated(made.chat().title(), made.at().file());
  }

  /// The chat's file is gone from its place, by the person's own wish.
  void forget(UUID id, String file) {
    places.remove(key(id, file));
  }

  private Event save(
      Chat chat, String file, long revision, boolean asked, Map<UUID, Clash.Pick> picks, Event plain)
      throws StoreException {
    Place place = place(chat, file);
    Event done;
    try {
      done = told(
          sharing.save(chat, place.known(), place.at(), place.alone(), picks), chat, file, revision, asked);
    } catch (StoreException refused) {
      Optional<StoreException> nowhere = keepSpare(chat, file);
      // What can't be written to its file ever, but to a draft later, is to be tried again.
      throw nowhere.filter(spare -> spare.failure().mayPass() && !refused.failure().mayPass()).orElse(refused);
    }
    if (done instanceof Event.ChatClashed || done instanceof Event.ChatGone) {
      keepSpare(chat, file);
    } else {
      dropSpare(chat, file);
      if (asked) {
        Logger.info("saved chats/{}", file);
      }
    }
    return saved(done, chat, plain);
  }

  /// @param plain what to tell when nobody else was there
  private Event saved(Event done, Chat chat, Event plain) {
    if (done instanceof Event.ChatClashed || done instanceof Event.ChatGone) {
      return done;
    }
    onDisk.accept(chat);
    return done instanceof Event.ChatJoined ? done : plain;
  }

  /// Notes what the screen knows now, and what the file holds; gives the event that tells it.
  private Event told(Outcome outcome, Chat chat, String file, long revision, boolean asked) {
    String key = key(chat.id(), file);
    return switch (outcome) {
      case Outcome.Same same -> {
        places.put(key, new Place(same.stored().at(), chat, same.stored().chat().equals(chat)));
        yield new Event.ChoiceKept();
      }
      case Outcome.Together together -> {
        places.put(key, new Place(together.stored().at(), chat, false));
        Logger.info("{} was changed elsewhere; joined", file.isEmpty() ? "a draft" : "chats/" + file);
        yield new Event.ChatJoined(
            file, revision, chat, together.joined(), together.stored().chat(), together.copy());
      }
      case Outcome.Clashing clashing -> {
        Logger.warn("{} messages of {} were changed here and elsewhere", clashing.clashes().size(), key);
        yield new Event.ChatClashed(chat.id(), file, revision, clashing.clashes(), asked);
      }
      case Outcome.Gone gone -> {
        Logger.warn("{} is gone{}", key, gone.now().isEmpty() ? "" : "; " + gone.now() + " holds that chat");
        yield new Event.ChatGone(chat.id(), file, revision, gone.now(), asked);
      }
    };
  }

  private Place place(Chat chat, String file) throws StoreException {
    Place place = places.get(key(chat.id(), file));
    if (place == null) {
      throw new StoreException(new StoreFailure.Missing(file));
    }
    return place;
  }

  private Event opened(StoredChat stored) {
    put(stored);
    boolean alone = presence.show(key(stored));
    return new Event.ChatOpened(stored.chat(), stored.at().draft() ? "" : stored.at().file(), !alone);
  }

  private static String key(StoredChat stored) {
    return key(stored.chat().id(), stored.at().draft() ? "" : stored.at().file());
  }

  /// A chat whose own file can't be written is kept among the drafts, so that the next start offers it.
  ///
  /// @return why it is not there either; empty when it is
  private Optional<StoreException> keepSpare(Chat chat, String file) {
    String key = key(chat.id(), file);
    try {
      ChatFile before = spares.get(key);
      spares.put(key, before == null ? chats.keepDraft(chat) : chats.save(chat, before));
      Logger.info("kept as a draft instead");
      return Optional.empty();
    } catch (StoreException nowhere) {
      Logger.warn("not kept as a draft either: {}", nowhere.failure().sentence());
      return Optional.of(nowhere);
    }
  }

  /// The chat is saved whatever happens here; a spare that can't be removed is offered once more.
  private void dropSpare(Chat chat, String file) {
    if (spares.remove(key(chat.id(), file)) == null) {
      return;
    }
    try {
      chats.discardDraft(chat.id());
    } catch (StoreException e) {
      Logger.warn("the draft of {} stays: {}", file, e.failure().sentence());
    }
  }
}
