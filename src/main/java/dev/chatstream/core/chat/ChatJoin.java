package dev.chatstream.core.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Joins two versions of a chat that grew out of one, message by message, by their ids: what one side added, changed or
/// took away counts; what both changed asks. Pure.
///
/// The path on our screen stays as it is, unless theirs goes on from it: then it is followed. Where both went on,
/// theirs becomes a branch.
public final class ChatJoin {

  private final Chat base;
  private final Chat ours;
  private final Chat theirs;
  private final Map<UUID, Clash.Pick> picks;
  private final Map<UUID, Message> was;
  private final Map<UUID, Message> mine;
  private final Map<UUID, Message> other;
  private final Map<UUID, Message> kept = new LinkedHashMap<>();
  private final List<Message> beside = new ArrayList<>();
  private final List<Clash> clashes = new ArrayList<>();

  private ChatJoin(Chat base, Chat ours, Chat theirs, Map<UUID, Clash.Pick> picks) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
    this.picks = picks;
    this.was = byId(base);
    this.mine = byId(ours);
    this.other = byId(theirs);
  }

  /// Joins them.
  ///
  /// @param base what both began with
  /// @param picks what was chosen about messages that both changed
  /// @param follow whether our path may go on with theirs; not while a reply is coming
  /// @return empty when one of them holds an id twice, so that nobody can tell what belongs together
  public static Optional<Joined> join(
      Chat base, Chat ours, Chat theirs, Map<UUID, Clash.Pick> picks, boolean follow) {
    if (doubled(ours) || doubled(theirs)) {
      return Optional.empty();
    }
    return Optional.of(new ChatJoin(base, ours, theirs, picks).joined(follow));
  }

  /// Joins them, and keeps both versions of a message that both changed.
  public static Chat keepingBoth(Chat base, Chat ours, Chat theirs, boolean follow) {
    Optional<Joined> joined = join(base, ours, theirs, Map.of(), follow);
    Map<UUID, Clash.Pick> both = new LinkedHashMap<>();
    joined.ifPresent(found -> found.clashes().forEach(clash -> both.put(clash.ours().id(), Clash.Pick.BOTH)));
    return join(base, ours, theirs, both, follow).map(Joined::chat).orElse(ours);
  }

  private Joined joined(boolean follow) {
    mine.values().forEach(this::ours);
    other.values().stream().filter(message -> !mine.containsKey(message.id())).forEach(this::theirs);
    List<Message> path = path(follow);
    Chat chat = new Chat(
        ours.id(),
        one(base.title(), ours.title(), theirs.title()),
        ours.created(),
        path,
        branches(path),
        savePoints(),
        keys(base.metadata(), ours.metadata(), theirs.metadata()),
        keys(base.extra(), ours.extra(), theirs.extra()));
    int added = (int) kept.keySet().stream().filter(id -> !mine.containsKey(id)).count() + beside.size();
    int changed = (int) kept.values().stream()
        .filter(message -> mine.containsKey(message.id()) && !same(message, mine.get(message.id())))
        .count();
    int removed = (int) mine.keySet().stream().filter(id -> !kept.containsKey(id)).count();
    return new Joined(chat, added, changed, removed, clashes);
  }

  private void ours(Message message) {
    Message before = was.get(message.id());
    Message elsewhere = other.get(message.id());
    if (elsewhere == null) {
      boolean takenAway = before != null && same(before, message);
      if (!takenAway) {
        kept.put(message.id(), message);
      }
    } else if (same(message, elsewhere)) {
      kept.put(message.id(), one(before, message, elsewhere));
    } else if (same(before, elsewhere)) {
      kept.put(message.id(), message);
    } else if (same(before, message)) {
      kept.put(message.id(), elsewhere);
    } else {
      both(message, elsewhere);
    }
  }

  private void theirs(Message message) {
    Message before = was.get(message.id());
    boolean weTookItAway = before != null && same(before, message);
    if (!weTookItAway) {
      kept.put(message.id(), message);
    }
  }

  private void both(Message message, Message elsewhere) {
    Clash.Pick pick = picks.get(message.id());
    if (pick == null) {
      clashes.add(new Clash(message, elsewhere));
    }
    kept.put(message.id(), pick == Clash.Pick.THEIRS ? elsewhere : message);
    if (pick == Clash.Pick.BOTH) {
      Message copy = elsewhere.withId(Ids.variant(elsewhere.id(), elsewhere.content()));
      if (!mine.containsKey(copy.id()) && !other.containsKey(copy.id())) {
        beside.add(copy);
      }
    }
  }

  private List<Message> path(boolean follow) {
    List<UUID> here = left(ours.conversation());
    List<UUID> there = left(theirs.conversation());
    List<Message> path = new ArrayList<>();
    Optional<UUID> before = Optional.empty();
    for (UUID id : follow && within(here, there) ? there : here) {
      Message message = kept.get(id);
      boolean orphan = message.parent().filter(parent -> !kept.containsKey(parent)).isPresent();
      path.add(orphan ? message.withParent(before) : message);
      before = Optional.of(id);
    }
    return path;
  }

  private List<UUID> left(List<Message> path) {
    return path.stream().map(Message::id).filter(kept::containsKey).toList();
  }

  /// Whether all of the shorter one stands in the longer one, in its order.
  private static boolean within(List<UUID> shorter, List<UUID> longer) {
    int at = 0;
    for (UUID id : longer) {
      if (at < shorter.size() && shorter.get(at).equals(id)) {
        at++;
      }
    }
    return at == shorter.size();
  }

  private List<Message> branches(List<Message> path) {
    Set<UUID> onPath = new HashSet<>();
    path.forEach(message -> onPath.add(message.id()));
    List<Message> branches = new ArrayList<>();
    ours.branches().stream().map(Message::id).filter(kept::containsKey).map(kept::get)
        .filter(message -> onPath.add(message.id())).forEach(branches::add);
    kept.values().stream().filter(message -> onPath.add(message.id())).forEach(branches::add);
    branches.addAll(beside);
    return branches;
  }

  private List<SavePoint> savePoints() {
    List<SavePoint> points = new ArrayList<>();
    for (SavePoint point : ours.savePoints()) {
      if (theirs.savePoints().contains(point) || !base.savePoints().contains(point)) {
        points.add(point);
      }
    }
    for (SavePoint point : theirs.savePoints()) {
      if (!points.contains(point) && !base.savePoints().contains(point)) {
        points.add(point);
      }
    }
    return points;
  }

  private static Map<String, Object> keys(
      Map<String, Object> base, Map<String, Object> ours, Map<String, Object> theirs) {
    Map<String, Object> keys = new LinkedHashMap<>(ours);
    theirs.forEach((key, value) -> {
      boolean weTookItAway = !ours.containsKey(key) && Objects.equals(base.get(key), value) && base.containsKey(key);
      if (!weTookItAway) {
        keys.put(key, ours.containsKey(key) ? one(base.get(key), ours.get(key), value) : value);
      }
    });
    base.forEach((key, value) -> {
      if (!theirs.containsKey(key) && Objects.equals(ours.get(key), value)) {
        keys.remove(key);
      }
    });
    return keys;
  }

  /// What changed on one side counts; where both changed it, ours.
  private static <T> T one(T base, T ours, T theirs) {
    return Objects.equals(base, ours) ? theirs : ours;
  }

  /// Whether two messages say the same; where they stand doesn't matter.
  private static boolean same(Message one, Message other) {
    return one != null && other != null && one.withParent(other.parent()).equals(other);
  }

  private static Map<UUID, Message> byId(Chat chat) {
    Map<UUID, Message> messages = new LinkedHashMap<>();
    chat.conversation().forEach(message -> messages.put(message.id(), message));
    chat.branches().forEach(message -> messages.putIfAbsent(message.id(), message));
    return messages;
  }

  private static boolean doubled(Chat chat) {
    return byId(chat).size() < chat.conversation().size() + chat.branches().size();
  }
}
