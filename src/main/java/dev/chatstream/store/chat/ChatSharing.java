package dev.chatstream.store.chat;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatJoin;
import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.chat.Joined;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.Quarantine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Saves chats that others may write, too: another window, an editor, `git pull`. What they did since is joined with
/// what we did, message by message, under the chat's lock; what both changed is never written over. Used by the store's
/// thread.
public final class ChatSharing {

  private final ChatStore chats;
  private final Quarantine quarantine;

  /// @param chats reads and writes
  /// @param quarantine takes versions that were not chosen
  public ChatSharing(ChatStore chats, Quarantine quarantine) {
    this.chats = chats;
    this.quarantine = quarantine;
  }

  /// Writes our version, or both made one.
  ///
  /// @param base the last version that we wrote or were given, from which ours came
  /// @param at where it was then
  /// @param alone whether the file held nothing but `base` then; it is not read when it is still the same
  /// @param picks what was chosen about messages that both changed
  public Outcome save(Chat ours, Chat base, ChatFile at, boolean alone, Map<UUID, Clash.Pick> picks)
      throws StoreException {
    try (LockFile lock = chats.lock(at)) {
      if (chats.gone(at)) {
        return gone(ours, at);
      }
      if (alone && chats.unchanged(at)) {
        return new Outcome.Same(chats.write(ours, at));
      }
      StoredChat theirs = readable(at);
      // Never followed here: the screen that sent this may be waiting for an answer at the end of its path.
      Joined joined = join(ours, base, theirs, picks, false);
      if (!joined.clashes().isEmpty()) {
        return new Outcome.Clashing(theirs.chat(), joined.clashes());
      }
      String copy = keepLosers(ours, at, picks);
      StoredChat stored =
          joined.chat().equals(theirs.chat()) ? theirs : chats.write(joined.chat(), theirs.at());
      return joined.chat().equals(ours) && copy.isEmpty()
          ? new Outcome.Same(stored)
          : new Outcome.Together(joined, stored, copy);
    }
  }

  /// Sees whether somebody else has changed the file, and what that would make of our version. Writes nothing.
  public Outcome look(Chat ours, Chat base, ChatFile at) throws StoreException {
    if (chats.gone(at)) {
      return gone(ours, at);
    }
    if (chats.unchanged(at)) {
      return new Outcome.Same(new StoredChat(ours, at));
    }
    StoredChat theirs = chats.readAgain(at);
    Joined joined = join(ours, base, theirs, Map.of(), true);
    if (!joined.clashes().isEmpty()) {
      return new Outcome.Clashing(theirs.chat(), joined.clashes());
    }
    return joined.chat().equals(ours) ? new Outcome.Same(theirs) : new Outcome.Together(joined, theirs, "");
  }

  /// Writes a chat whose file is gone, to where it was.
  public StoredChat writeAgain(Chat ours, ChatFile at) throws StoreException {
    try (LockFile lock = chats.lock(at)) {
      if (!chats.gone(at)) {
        throw new StoreException(new StoreFailure.ChangedElsewhere(at.file()));
      }
      return chats.write(ours, at);
    }
  }

  /// Takes a join back: the file holds our version alone again, the joined one is kept as a copy.
  ///
  /// @param before our version
  /// @param after what the file held since the join; when it holds anything else by now, nothing is done
  /// @return where the copy is, relative to the data root
  public String takeBack(Chat before, ChatFile after) throws StoreException {
    try (LockFile lock = chats.lock(after)) {
      if (chats.gone(after) || !chats.unchanged(after)) {
        throw new StoreException(new StoreFailure.NotUndoable(after.file(), "it was changed since"));
      }
      String copy = quarantine.copy(chats.path(after));
      chats.write(before, after);
      return copy;
    }
  }

  private Outcome gone(Chat ours, ChatFile at) throws StoreException {
    List<String> now = chats.holding(ours.id()).stream().filter(file -> at.draft() || !file.equals(at.file())).toList();
    return new Outcome.Gone(now.isEmpty() ? "" : now.getFirst());
  }

  private StoredChat readable(ChatFile at) throws StoreException {
    StoredChat theirs = chats.readAgain(at);
    if (!theirs.at().problem().isEmpty()) {
      throw new StoreException(new StoreFailure.NewerVersion(at.file()));
    }
    return theirs;
  }

  /// A file that holds another chat by now, or one in which an id stands twice, is left as it is.
  private static Joined join(
      Chat ours, Chat base, StoredChat theirs, Map<UUID, Clash.Pick> picks, boolean follow) throws StoreException {
    Optional<Joined> joined = theirs.chat().id().equals(ours.id())
        ? ChatJoin.join(base, ours, theirs.chat(), picks, follow)
        : Optional.empty();
    return joined.orElseThrow(
        () -> new StoreException(new StoreFailure.ChangedElsewhere(theirs.at().file())));
  }

  /// The version that was not chosen is on the disk before it is written over.
  private String keepLosers(Chat ours, ChatFile at, Map<UUID, Clash.Pick> picks) throws StoreException {
    String copy = "";
    if (picks.containsValue(Clash.Pick.OURS)) {
      copy = quarantine.copy(chats.path(at));
    }
    if (picks.containsValue(Clash.Pick.THEIRS)) {
      copy = quarantine.keep(at.file(), out -> chats.writeTo(ours, out));
    }
    return copy;
  }
}
