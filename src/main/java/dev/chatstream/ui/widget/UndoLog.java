package dev.chatstream.ui.widget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The changes of a text, to take them back and to do them again. What is typed in one go is one change, word by word;
/// so is what is deleted letter by letter.
final class UndoLog {

  private static final int MOST_CHANGES = 10_000;
  private static final int LONGEST_JOINED = 1_000;
  private static final long MOST_CHARACTERS = 32L * 1024 * 1024;

  /// A change.
  ///
  /// @param caret where the caret stood before it
  record Change(int at, String removed, String inserted, int caret) {

    private int length() {
      return removed.length() + inserted.length();
    }
  }

  private final Deque<Change> done = new ArrayDeque<>();
  private final Deque<Change> undone = new ArrayDeque<>();
  private long characters;
  private boolean joins;

  /// A change was made.
  void add(Change change) {
    undone.clear();
    Change last = done.peekLast();
    boolean mayJoin = joins && last != null && last.length() < LONGEST_JOINED;
    Optional<Change> joined = mayJoin ? joined(last, change) : Optional.empty();
    if (joined.isPresent()) {
      characters -= done.removeLast().length();
    }
    push(joined.orElse(change));
    joins = true;
  }

  private void push(Change change) {
    done.addLast(change);
    characters += change.length();
    while (done.size() > 1 && (done.size() > MOST_CHANGES || characters > MOST_CHARACTERS)) {
      characters -= done.removeFirst().length();
    }
  }

  /// The next change stands for itself.
  void pause() {
    joins = false;
  }

  boolean canUndo() {
    return !done.isEmpty();
  }

  /// The last change that was not taken back.
  Optional<Change> undo() {
    joins = false;
    Change last = done.pollLast();
    if (last != null) {
      characters -= last.length();
      undone.addLast(last);
    }
    return Optional.ofNullable(last);
  }

  /// The last change that was taken back.
  Optional<Change> redo() {
    joins = false;
    Change next = undone.pollLast();
    if (next != null) {
      push(next);
    }
    return Optional.ofNullable(next);
  }

  /// Forgets all of them.
  void clear() {
    done.clear();
    undone.clear();
    characters = 0;
    joins = false;
  }

  private static Optional<Change> joined(Change last, Change next) {
    if (last.removed.isEmpty() && next.removed.isEmpty() && next.at == last.at + last.inserted.length()) {
      return beginsWord(last.inserted, next.inserted)
          ? Optional.empty()
          : Optional.of(new Change(last.at, "", last.inserted + next.inserted, last.caret));
    }
    if (!last.inserted.isEmpty() || !next.inserted.isEmpty()) {
      return Optional.empty();
    }
    if (next.at + next.removed.length() == last.at) {
      return Optional.of(new Change(next.at, next.removed + last.removed, "", last.caret));
    }
    return next.at == last.at
        ? Optional.of(new Change(last.at, last.removed + next.removed, "", last.caret))
        : Optional.empty();
  }

  private static boolean beginsWord(String before, String typed) {
    return before.isEmpty()
        || Character.isWhitespace(before.charAt(before.length() - 1)) && !Character.isWhitespace(typed.charAt(0));
  }
}
