package dev.chatstream.core.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/// Lays the tree of a chat out as rows. What has no siblings stands straight below the one it follows, so a talk that
/// never parts is a plain list; only forks go to the right, and only so far.
final class TreeRows {

  private static final int DEEPEST = 8;
  private static final String FORK = "|- ";
  private static final String LAST_FORK = "`- ";
  private static final String GOES_ON = "|  ";
  private static final String ENDED = "   ";

  private final int root;
  private final List<List<Integer>> children;
  private final IntFunction<Message> messages;
  private final IntPredicate onPath;
  private final int head;
  private final List<TreeRow> rows = new ArrayList<>();

  /// A row that is to come.
  ///
  /// @param first before the row itself
  /// @param rest before what follows it
  private record Open(int node, int number, String first, String rest) {}

  TreeRows(int root, List<List<Integer>> children, IntFunction<Message> messages, IntPredicate onPath, int head) {
    this.root = root;
    this.children = children;
    this.messages = messages;
    this.onPath = onPath;
    this.head = head;
  }

  List<TreeRow> rows() {
    List<Open> open = new ArrayList<>();
    follow(root, 1, "", open);
    while (!open.isEmpty()) {
      Open next = open.removeLast();
      boolean active = onPath.test(next.node());
      rows.add(new TreeRow(messages.apply(next.node()), next.number(), next.first(), active, next.node() == head));
      follow(next.node(), next.number() + 1, next.rest(), open);
    }
    return List.copyOf(rows);
  }

  /// The last one goes onto the stack first.
  private void follow(int node, int number, String before, List<Open> open) {
    List<Integer> next = children.get(node);
    boolean straight = next.size() == 1 || before.length() >= DEEPEST * FORK.length();
    for (int i = next.size() - 1; i >= 0; i--) {
      boolean last = i == next.size() - 1;
      String first = straight ? before : before + (last ? LAST_FORK : FORK);
      String rest = straight ? before : before + (last ? ENDED : GOES_ON);
      open.add(new Open(next.get(i), number, first, rest));
    }
  }
}
