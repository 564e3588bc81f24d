package dev.chatstream.store.chat;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FileOps;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Joins what was found in a damaged chat with an older, sound copy of it.
///
/// @param chat the whole
/// @param kept messages of the damaged file
/// @param fromCopy messages that only the copy has, or has whole
public record ChatJoin(Chat chat, int kept, int fromCopy) {

  /// Joins them: what the damaged file has goes before the copy, where both are whole, because it is newer.
  ///
  /// @return empty when there is nothing to make a chat of
  public static Optional<ChatJoin> of(ChatSalvage.Found found, Optional<Chat> copy, Instant now) {
    if (copy.isEmpty() && found.conversation().isEmpty()) {
      return Optional.empty();
    }
    Map<UUID, Message> older = new HashMap<>();
    copy.ifPresent(chat -> {
      chat.branches().forEach(message -> older.put(message.id(), message));
      chat.conversation().forEach(message -> older.put(message.id(), message));
    });
    Counter counter = new Counter(older);
    List<Message> path = counter.take(found.conversation());
    List<Message> branches = counter.take(found.branches());
    path = linked(inserted(path, copy.map(Chat::conversation).orElse(List.of()), counter));
    branches = inserted(branches, copy.map(Chat::branches).orElse(List.of()), counter);
    Chat base = copy.orElseGet(() -> Chat.empty(
        found.id().orElseGet(() -> Ids.next(now)), found.created().orElse(now)));
    Chat joined = new Chat(
        found.id().orElse(base.id()),
        found.title().isEmpty() ? base.title() : found.title(),
        base.created(),
        path,
        branches,
        base.savePoints(),
        base.metadata(),
        base.extra());
    return Optional.of(new ChatJoin(joined, counter.kept, counter.fromCopy));
  }

  /// Writes it over a file. The caller holds its lock.
  public void write(FileOps ops, Path file, Instant now) throws StoreException {
    new ChatDisk(ops).replace(file, chat, now, fingerprint -> {});
  }

  /// Counts each message once, wherever it stands.
  private static final class Counter {
    private final Map<UUID, Message> older;
    private final Set<UUID> taken = new HashSet<>();
    private int kept;
    private int fromCopy;

    Counter(Map<UUID, Message> older) {
      this.older = older;
    }

    List<Message> take(List<Message> found) {
      List<Message> taking = new ArrayList<>();
      for (Message message : found) {
        if (!taken.add(message.id())) {
          continue;
        }
        Message old = older.get(message.id());
        boolean better = old != null && !ChatSalvage.Found.whole(message) && ChatSalvage.Found.whole(old);
        taking.add(better ? old : message);
        kept += better ? 0 : 1;
        fromCopy += better ? 1 : 0;
      }
      return taking;
    }
  }

  /// Puts those that only the copy has behind the message that they follow there.
  private static List<Message> inserted(List<Message> path, List<Message> copy, Counter counter) {
    Map<Optional<UUID>, List<Message>> missing = new LinkedHashMap<>();
    Optional<UUID> anchor = Optional.empty();
    for (Message message : copy) {
      if (counter.taken.add(message.id())) {
        missing.computeIfAbsent(anchor, unused -> new ArrayList<>()).add(message);
        counter.fromCopy++;
      } else {
        anchor = Optional.of(message.id());
      }
    }
    List<Message> whole = new ArrayList<>(missing.getOrDefault(Optional.<UUID> empty(), List.of()));
    missing.remove(Optional.<UUID> empty());
    for (Message message : path) {
      whole.add(message);
      List<Message> following = missing.remove(Optional.of(message.id()));
      whole.addAll(following == null ? List.of() : following);
    }
    // What follows a message of the other list, as a branch that became the path.
    missing.values().forEach(whole::addAll);
    return whole;
  }

  /// A message whose parent is lost follows the one before it.
  private static List<Message> linked(List<Message> path) {
    Set<UUID> known = new HashSet<>();
    path.forEach(message -> known.add(message.id()));
    List<Message> linked = new ArrayList<>(path.size());
    Optional<UUID> before = Optional.empty();
    for (Message message : path) {
      boolean lost = message.parent().isPresent() && !known.contains(message.parent().get());
      linked.add(lost ? message.withParent(before) : message);
      before = Optional.of(message.id());
    }
    return linked;
  }
}
