package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.FileOps;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/// What was changed in a list and can be taken back, and what was taken back and can be done again. Bounded: what is
/// oldest is forgotten.
final class EditHistory {

  static final String EDIT = "edit";
  static final String UNDO = "undo";
  static final String REDO = "redo";

  private static final String DONE = "done";
  private static final String UNDONE = "undone";
  /// What can have happened to a change.
  static final Set<String> KINDS = Set.of(EDIT, UNDO, REDO, DONE, UNDONE);

  private static final int MOST_EDITS = 500;
  private static final int MOST_OPS = 250_000;

  private final Deque<ListEdit> done = new ArrayDeque<>();
  private final Deque<ListEdit> undone = new ArrayDeque<>();

  /// The change that would be taken back next.
  Optional<ListEdit> toUndo() {
    return Optional.ofNullable(done.peekLast());
  }

  /// The change that would be done again next.
  Optional<ListEdit> toRedo() {
    return Optional.ofNullable(undone.peekLast());
  }

  /// Takes up what happened.
  void took(EditJson.Did did) {
    switch (did.kind()) {
      case EDIT -> {
        done.addLast(did.edit());
        undone.clear();
      }
      case UNDO -> move(done, undone, did.edit());
      case REDO -> move(undone, done, did.edit());
      case DONE -> done.addLast(did.edit());
      case UNDONE -> undone.addLast(did.edit());
      default -> throw new IllegalArgumentException(did.kind());
    }
    forgetOldest();
  }

  /// The change as it was first made stays, whatever of it could be taken back.
  private static void move(Deque<ListEdit> from, Deque<ListEdit> to, ListEdit edit) {
    if (from.peekLast() != null && from.peekLast().id().equals(edit.id())) {
      to.addLast(from.removeLast());
    }
  }

  private void forgetOldest() {
    long ops = done.stream().mapToLong(edit -> edit.ops().size()).sum();
    while (done.size() > 1 && (done.size() > MOST_EDITS || ops > MOST_OPS)) {
      ops -= done.removeFirst().ops().size();
    }
  }

  /// Gives all rows other numbers.
  EditHistory with(RowOp.Refs refs) {
    EditHistory other = new EditHistory();
    done.forEach(edit -> other.done.addLast(edit.with(refs)));
    undone.forEach(edit -> other.undone.addLast(edit.with(refs)));
    return other;
  }

  /// All changes of it.
  Iterable<ListEdit> all() {
    Deque<ListEdit> all = new ArrayDeque<>(done);
    all.addAll(undone);
    return all;
  }

  boolean isEmpty() {
    return done.isEmpty() && undone.isEmpty();
  }

  /// What a file holds.
  ///
  /// @param base the file that its numbers of rows belong to
  record Kept(EditHistory history, EditJson.Base base) {}

  /// Reads it; empty when there is none, or nothing of it can be read: nobody loses more than an undo.
  static Optional<Kept> read(Path file) throws StoreException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    Optional<EditLog> log = EditLog.read(file);
    EditHistory history = new EditHistory();
    log.ifPresent(found -> found.did().stream()
        .filter(did -> did.kind().equals(DONE) || did.kind().equals(UNDONE))
        .forEach(history::took));
    return log.map(found -> new Kept(history, found.base()));
  }

  /// Writes it in the place of the one before.
  void write(FileOps ops, Path file, EditJson.Base base) throws StoreException {
    new AtomicFile(ops).replace(file, out -> {
      out.write(EditLog.line(base));
      for (ListEdit edit : done) {
        out.write(EditLog.line(new EditJson.Did(DONE, edit)));
      }
      for (ListEdit edit : undone) {
        out.write(EditLog.line(new EditJson.Did(UNDONE, edit)));
      }
    });
  }
}
