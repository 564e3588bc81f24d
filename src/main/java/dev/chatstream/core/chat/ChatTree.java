package dev.chatstream.core.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A chat as the tree that it is: the active path and the branches, which part where a question was asked again or
/// edited. Immutable; made anew for a changed chat, in the time that sorting its messages takes.
///
/// On the path a message follows the one before it, whatever it says itself. Off the path it follows its parent; one
/// whose parent is missing, or that follows itself by a round trip, stands at the root, so that all can be reached.
/// Nothing is ever dropped, messages with the same id neither.
public final class ChatTree {

  private static final Comparator<Message> OLDEST_FIRST = Comparator.comparing(Message::created)
      .thenComparing(Message::id);

  /// Where a message stands among those that follow the same one.
  ///
  /// @param number from 1, the oldest first
  /// @param of how many there are; 1 where nothing parts
  public record Fork(int number, int of) {

    /// Nothing parts here.
    public static final Fork NONE = new Fork(1, 1);

    /// Whether there are others.
    public boolean parts() {
      return of > 1;
    }
  }

  private final Chat chat;
  private final Message[] nodes;
  private final int onPath;
  /// Of each node; the number of nodes stands for the root.
  private final int[] parents;
  private final int[] ranks;
  private final List<List<Integer>> children = new ArrayList<>();
  private final Map<UUID, Integer> byId = new HashMap<>();

  private ChatTree(Chat chat) {
    this.chat = chat;
    this.onPath = chat.conversation().size();
    List<Message> all = new ArrayList<>(chat.conversation());
    all.addAll(chat.branches());
    this.nodes = all.toArray(new Message[0]);
    this.parents = new int[nodes.length];
    this.ranks = new int[nodes.length];
    for (int node = 0; node < nodes.length; node++) {
      byId.putIfAbsent(nodes[node].id(), node);
    }
    for (int node = 0; node < nodes.length; node++) {
      parents[node] = node == 0 && onPath > 0 ? root() : node < onPath ? node - 1 : declared(node);
    }
    breakRounds();
    link();
  }

  /// The tree of this chat.
  public static ChatTree of(Chat chat) {
    return new ChatTree(chat);
  }

  private int root() {
    return nodes.length;
  }

  private int declared(int node) {
    int parent = nodes[node].parent().map(id -> byId.getOrDefault(id, root())).orElse(root());
    return parent == node ? root() : parent;
  }

  /// Each node is walked upwards once; whoever meets the walk it is on begins a tree of its own.
  private void breakRounds() {
    int[] walk = new int[nodes.length];
    for (int start = onPath; start < nodes.length; start++) {
      int node = start;
      while (node >= onPath && node < root() && walk[node] == 0) {
        walk[node] = start + 1;
        node = parents[node];
      }
      if (node >= onPath && node < root() && walk[node] == start + 1) {
        parents[node] = root();
      }
    }
  }

  private void link() {
    Integer[] order = new Integer[nodes.length];
    Arrays.setAll(order, node -> node);
    Arrays.sort(order, Comparator.comparing((Integer node) -> nodes[node], OLDEST_FIRST).thenComparing(node -> node));
    for (int i = 0; i <= nodes.length; i++) {
      children.add(List.of());
    }
    for (int rank = 0; rank < order.length; rank++) {
      int node = order[rank];
      ranks[node] = rank;
      List<Integer> before = children.get(parents[node]);
      if (before.isEmpty()) {
        children.set(parents[node], List.of(node));
      } else {
        List<Integer> more = before.size() == 1 ? new ArrayList<>(before) : before;
        more.add(node);
        children.set(parents[node], more);
      }
    }
  }

  private int find(Message message) {
    int known = byId.getOrDefault(message.id(), -1);
    if (known < 0 || nodes[known] == message) {
      return known;
    }
    for (int node = 0; node < nodes.length; node++) {
      if (nodes[node] == message) {
        return node;
      }
    }
    return known;
  }

  /// The message with this id.
  public Optional<Message> message(UUID id) {
    return Optional.ofNullable(byId.get(id)).map(node -> nodes[node]);
  }

  /// This message and those that follow the same one, the oldest first; none when the chat doesn't have it.
  public List<Message> siblings(Message message) {
    int node = find(message);
    return node < 0 ? List.of() : children.get(parents[node]).stream().map(sibling -> nodes[sibling]).toList();
  }

  /// Where this message stands among its siblings.
  public Fork fork(Message message) {
    int node = find(message);
    return node < 0 ? Fork.NONE : forkOf(node);
  }

  /// Where each message of the path stands among its siblings; none at all where nothing parts.
  public List<Fork> forks() {
    List<Fork> forks = new ArrayList<>(onPath);
    boolean any = false;
    for (int node = 0; node < onPath; node++) {
      Fork fork = forkOf(node);
      any |= fork.parts();
      forks.add(fork);
    }
    return any ? List.copyOf(forks) : List.of();
  }

  private Fork forkOf(int node) {
    List<Integer> siblings = children.get(parents[node]);
    return siblings.size() == 1 ? Fork.NONE : new Fork(siblings.indexOf(node) + 1, siblings.size());
  }

  /// Whether the active path goes through this message.
  public boolean onPath(Message message) {
    int node = find(message);
    return node >= 0 && node < onPath;
  }

  /// The messages up to this one, which is the last; none when the chat doesn't have it.
  public List<Message> pathTo(Message message) {
    int node = find(message);
    return node < 0 ? List.of() : messages(pathTo(node));
  }

  /// The messages through this one to the newest end behind it.
  public List<Message> pathThrough(Message message) {
    int node = find(message);
    return node < 0 ? List.of() : messages(pathTo(newestEnd(node)));
  }

  /// The chat on the path through this message to the newest end behind it; a path that goes there already stays.
  public Chat through(Message message) {
    int node = find(message);
    return node < 0 || node < onPath ? chat : along(newestEnd(node));
  }

  /// The chat with its path ending at this message; what follows it is on the branches.
  public Chat endingAt(Message message) {
    int node = find(message);
    return node < 0 || node == onPath - 1 ? chat : along(node);
  }

  /// The chat with its path ending before this message, which is on a branch now with all that follows it.
  public Chat before(Message message) {
    int node = find(message);
    return node < 0 ? chat : along(parents[node]);
  }

  private int newestEnd(int from) {
    if (from < onPath) {
      return onPath - 1;
    }
    List<Integer> open = new ArrayList<>(List.of(from));
    int newest = -1;
    while (!open.isEmpty()) {
      int node = open.removeLast();
      open.addAll(children.get(node));
      boolean end = children.get(node).isEmpty();
      newest = end && (newest < 0 || ranks[node] > ranks[newest]) ? node : newest;
    }
    return newest;
  }

  private List<Integer> pathTo(int end) {
    List<Integer> path = new ArrayList<>();
    for (int node = end; node != root(); node = parents[node]) {
      path.add(node);
    }
    return path.reversed();
  }

  private List<Message> messages(List<Integer> path) {
    return path.stream().map(node -> nodes[node]).toList();
  }

  private Chat along(int end) {
    List<Integer> path = pathTo(end);
    Set<Integer> chosen = new HashSet<>(path);
    List<Message> beside = new ArrayList<>();
    for (int node = onPath; node < nodes.length; node++) {
      if (!chosen.contains(node)) {
        beside.add(nodes[node]);
      }
    }
    for (int node = 0; node < onPath; node++) {
      if (!chosen.contains(node)) {
        beside.add(placed(node));
      }
    }
    return new Chat(
        chat.id(), chat.title(), chat.created(), messages(path), beside, chat.savePoints(), chat.metadata(),
        chat.extra());
  }

  /// A message that leaves the path names the one that it followed there.
  private Message placed(int node) {
    Message message = nodes[node];
    Optional<UUID> before = parents[node] == root() ? Optional.empty() : Optional.of(nodes[parents[node]].id());
    boolean missing = before.isEmpty() && message.parent().filter(byId::containsKey).isEmpty();
    return message.parent().equals(before) || missing ? message : message.withParent(before);
  }

  /// The tree from its roots downwards, each message before those that follow it.
  public List<TreeRow> rows() {
    return new TreeRows(nodes.length, children, node -> nodes[node], node -> node < onPath, onPath - 1).rows();
  }
}
