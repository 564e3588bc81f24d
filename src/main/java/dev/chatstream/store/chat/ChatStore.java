package dev.chatstream.store.chat;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatChange;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Catalogue;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.Fingerprint;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.file.SafeName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tinylog.Logger;

/// All chats of a data root: named ones in `chats/`, unnamed ones among the drafts. What a call returns is on the
/// disk. Used by one thread at a time; other processes may use the same root.
public final class ChatStore {

  private static final String JSON = ".json";
  private static final String CHAT_LOCK = "chat";
  private static final String DRAFT_LOCK = "draft";

  private final DataRoot root;
  private final InstantSource clock;
  private final FileOps ops;
  private final ChatDisk disk;
  private final ChatFolder chats;
  private final ChatFolder drafts;

  /// What was written to a file whose last step then failed. It may stand there, and is no change by somebody else.
  private final Map<Path, Fingerprint> unsure = new HashMap<>();

  /// @param clock gives the times that are written
  public ChatStore(DataRoot root, InstantSource clock) {
    this(root, clock, FileOps.DISK);
  }

  /// @param ops the disk, or in tests one that fails
  public ChatStore(DataRoot root, InstantSource clock, FileOps ops) {
    this.root = root;
    this.clock = clock;
    this.ops = ops;
    this.disk = new ChatDisk(ops);
    this.chats = new ChatFolder(root.chats(), false, disk, root.chatCatalogue());
    this.drafts = new ChatFolder(root.drafts(), true, disk, root.chatCatalogue());
  }

  /// The named chats by file name. One that can't be read stands among them with its problem.
  public List<ChatSummary> list() throws StoreException {
    return chats.summaries();
  }

  /// The chats that were never named, the last one first.
  public List<ChatSummary> drafts() throws StoreException {
    return drafts.summaries().stream()
        .sorted(Comparator.comparing(ChatSummary::changed).reversed())
        .toList();
  }

  /// How many chats were never named; nothing is read for it.
  public int draftCount() throws StoreException {
    return drafts.count();
  }

  /// The file of a named chat.
  ///
  /// @param nameOrId a file name with or without its extension, a name as it was typed, or the chat's id
  public String find(String nameOrId) throws StoreException {
    return chats.find(nameOrId);
  }

  /// The files of all named chats with this id: a copy of a file has the id of the first.
  public List<String> holding(UUID id) throws StoreException {
    return chats.holding(id);
  }

  /// Opens a named chat, found as [#find] does. Opening changes nothing on the disk.
  public StoredChat open(String nameOrId) throws StoreException {
    return read(false, find(nameOrId));
  }

  /// Opens an unnamed chat.
  public StoredChat openDraft(UUID id) throws StoreException {
    return read(true, draftFile(id));
  }

  /// Keeps an unnamed chat for the first time; from then on it is saved with [#save].
  public ChatFile keepDraft(Chat chat) throws StoreException {
    String file = draftFile(chat.id());
    Path path = drafts.path(file);
    try (LockFile lock = lock(true, file)) {
      disk.clearStrays();
      if (disk.create(path, chat, clock.instant(), fingerprint -> unsure.put(path, fingerprint))) {
        return place(true, file, chat.id(), unsure.remove(path));
      }
    }
    throw new StoreException(new StoreFailure.ChangedElsewhere(file));
  }

  /// Writes a chat where it was read from or last written to.
  ///
  /// @param at from the last reading or writing of this chat
  /// @return its place with the new fingerprint, for the next save
  public ChatFile save(Chat chat, ChatFile at) throws StoreException {
    try (LockFile lock = lock(at.draft(), at.file())) {
      return saveLocked(chat, at);
    }
  }

  /// Names a chat and saves it; a taken name gets a number. Its draft is removed once the file is on the disk.
  ///
  /// @param typed the name as a person typed it; becomes the title where the chat has none
  /// @param draft where it was kept so far
  public StoredChat saveNew(Chat chat, String typed, Optional<ChatFile> draft) throws StoreException {
    Chat titled = chat.title().isEmpty() ? chat.withTitle(title(typed)) : chat;
    StoredChat saved = create(titled, typed);
    if (draft.isPresent() && draft.get().id().equals(chat.id())) {
      removeNamedDraft(draft.get());
    }
    return saved;
  }

  /// Saves a copy of a chat under another name, with a chat id of its own; the first one stays as it is.
  public StoredChat saveCopy(Chat chat, String typed) throws StoreException {
    Chat copy = new Chat(
        Ids.next(clock.instant()),
        title(typed),
        chat.created(),
        chat.conversation(),
        chat.branches(),
        chat.savePoints(),
        chat.metadata(),
        chat.extra());
    return create(copy, typed);
  }

  /// Changes a chat where it stands, under its lock.
  ///
  /// @param nameOrId a file name, or the id of a draft
  /// @return the chat as it was before
  public Chat change(boolean draft, String nameOrId, ChatChange change) throws StoreException {
    String file = draft ? nameOrId + JSON : find(nameOrId);
    try (LockFile lock = lock(draft, file)) {
      StoredChat before = read(draft, file);
      saveLocked(change.on(before.chat()), before.at());
      return before.chat();
    }
  }

  /// Writes a chat to a file that the person named outright, which may be anywhere. Never takes the place of another
  /// file.
  ///
  /// @param file a folder is taken as the place for a file named like the chat
  /// @return the file that was made
  public Path export(Chat chat, Path file) throws StoreException {
    Path target = Files.isDirectory(file)
        ? file.resolve(SafeName.of(chat.title().isBlank() ? "chat" : chat.title(), JSON))
        : file;
    if (!disk.create(target, chat, clock.instant(), fingerprint -> {})) {
      throw new StoreException(new StoreFailure.BadName(target + " is there already. Choose another name."));
    }
    return target;
  }

  /// Appends the active path of a chat to a named one, under its lock.
  ///
  /// @param target found as [#find] does
  public ChatAppend append(String target, Chat source) throws StoreException {
    String file = find(target);
    try (LockFile lock = lock(false, file)) {
      StoredChat before = read(false, file);
      ChatMerge.Merged merged = ChatMerge.append(before.chat(), source, clock.instant());
      if (merged.added() == 0) {
        return new ChatAppend(before, before, 0, merged.leftOut());
      }
      ChatFile at = saveLocked(merged.chat(), before.at());
      return new ChatAppend(before, new StoredChat(merged.chat(), at), merged.added(), merged.leftOut());
    }
  }

  /// Removes an unnamed chat, because the person said so.
  public void discardDraft(UUID id) throws StoreException {
    String file = draftFile(id);
    try (LockFile lock = lock(true, file)) {
      delete(drafts.path(file));
    }
  }

  /// The file name that this name would get now: `release-plan-2.json` when there is a `release-plan.json`.
  public String freeName(String typed) throws StoreException {
    return SafeName.free(SafeName.of(typed, JSON), JSON, chats.names());
  }

  private StoredChat create(Chat chat, String typed) throws StoreException {
    disk.clearStrays();
    while (true) {
      String file = freeName(typed);
      Path path = chats.path(file);
      try (LockFile lock = lock(false, file)) {
        if (disk.create(path, chat, clock.instant(), fingerprint -> unsure.put(path, fingerprint))) {
          return new StoredChat(chat, place(false, file, chat.id(), unsure.remove(path)));
        }
      }
      // Another window took the name since the folder was listed; the next turn sees it there.
    }
  }

  /// Where this chat stands.
  Path path(ChatFile at) {
    return folder(at.draft()).path(at.file());
  }

  /// The lock of this chat's file.
  LockFile lock(ChatFile at) throws StoreException {
    return lock(at.draft(), at.file());
  }

  /// Whether its file is no longer there.
  boolean gone(ChatFile at) throws StoreException {
    return RegularFile.look(path(at)).isEmpty();
  }

  /// Whether its file holds what it held when it was last read or written.
  boolean unchanged(ChatFile at) throws StoreException {
    Path path = path(at);
    Optional<Fingerprint> now = disk.fingerprint(path);
    Fingerprint ours = unsure.get(path);
    return now.isPresent()
        && (now.get().sameContent(at.fingerprint()) || (ours != null && now.get().sameContent(ours)));
  }

  /// What can be read of a named chat that can't be opened. Changes nothing on the disk.
  ///
  /// @param nameOrId found as [#find] does
  /// @throws StoreException when nothing of it can be read
  public DamagedChat openDamaged(String nameOrId) throws StoreException {
    String file = find(nameOrId);
    ChatReader.Salvaged read = disk.salvage(chats.path(file));
    int known = ChatSummaries.lastKnownMessages(Catalogue.open(root.chatCatalogue()), file).orElse(0);
    Chat chat = read.chat().title().isEmpty() ? read.chat().withTitle(ChatFolder.stem(file)) : read.chat();
    return new DamagedChat(chat, file, Math.max(known, read.seen()), read.problem());
  }

  /// Whether a file can be opened and written as a chat.
  public boolean sound(Path file) {
    try {
      return disk.read(file).schema() <= ChatWriter.SCHEMA;
    } catch (StoreException damaged) {
      return false;
    }
  }

  /// Reads a chat anew, where it was read or written before.
  public StoredChat readAgain(ChatFile at) throws StoreException {
    return read(at.draft(), at.file());
  }

  /// Writes it, whatever its file holds. The caller holds the lock, and has looked.
  StoredChat write(Chat chat, ChatFile at) throws StoreException {
    Path path = path(at);
    disk.replace(path, chat, clock.instant(), fingerprint -> unsure.put(path, fingerprint));
    return new StoredChat(chat, place(at.draft(), at.file(), at.id(), unsure.remove(path)));
  }

  /// Writes what its file would hold.
  void writeTo(Chat chat, OutputStream out) throws IOException {
    ChatWriter.write(chat, clock.instant(), out);
  }

  private ChatFile saveLocked(Chat chat, ChatFile at) throws StoreException {
    if (!at.problem().isEmpty()) {
      throw new StoreException(new StoreFailure.NewerVersion(at.file()));
    }
    if (!chat.id().equals(at.id())) {
      throw new StoreException(new StoreFailure.ChangedElsewhere(at.file()));
    }
    refuseChanged(at);
    return write(chat, at).at();
  }

  /// A file that is gone is no reason to refuse: writing it again loses nothing.
  private void refuseChanged(ChatFile at) throws StoreException {
    if (gone(at) || unchanged(at)) {
      return;
    }
    readAgain(at); // An unreadable file is told as such.
    throw new StoreException(new StoreFailure.ChangedElsewhere(at.file()));
  }

  private StoredChat read(boolean draft, String file) throws StoreException {
    ChatDisk.Read read = disk.read(folder(draft).path(file));
    Chat chat = read.chat();
    String problem = ChatFolder.problem(file, read.schema());
    boolean untitled = !draft && chat.title().isEmpty();
    return new StoredChat(
        untitled ? chat.withTitle(ChatFolder.stem(file)) : chat,
        new ChatFile(draft, file, chat.id(), read.fingerprint(), problem));
  }

  /// The chat is saved whatever happens here; a draft that can't be removed is offered once more.
  private void removeNamedDraft(ChatFile draft) {
    try {
      removeDraft(draft);
    } catch (StoreException e) {
      Logger.warn(e, "the draft {} could not be removed after its chat was saved", draft.file());
    }
  }

  private void removeDraft(ChatFile draft) throws StoreException {
    try (LockFile lock = lock(true, draft.file())) {
      Path path = drafts.path(draft.file());
      Optional<Fingerprint> now = disk.fingerprint(path);
      if (now.isPresent() && now.get().sameContent(draft.fingerprint())) {
        delete(path);
      }
    }
  }

  private void delete(Path path) throws StoreException {
    try {
      ops.delete(path);
      ops.forceFolder(path.getParent());
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }

  private ChatFolder folder(boolean draft) {
    return draft ? drafts : chats;
  }

  private LockFile lock(boolean draft, String file) throws StoreException {
    return LockFile.take(root.locks(), draft ? DRAFT_LOCK : CHAT_LOCK, file, LockFile.WAIT);
  }

  private static ChatFile place(boolean draft, String file, UUID id, Fingerprint fingerprint) {
    return new ChatFile(draft, file, id, fingerprint, "");
  }

  private static String draftFile(UUID id) {
    return id + JSON;
  }

  private static String title(String typed) {
    String title = typed.strip();
    return title.endsWith(JSON) ? title.substring(0, title.length() - JSON.length()) : title;
  }

  /// The chat as its file would hold it, for scripts.
  public String json(StoredChat stored) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ChatWriter.write(stored.chat(), Instant.ofEpochMilli(stored.at().fingerprint().modifiedMillis()), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
