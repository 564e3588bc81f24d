package dev.chatstream.store.list;

import dev.chatstream.core.doubles.Decision;
import dev.chatstream.core.doubles.DoublePair;
import dev.chatstream.core.doubles.RowUnion;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Does what was decided about doubles in a list, as far as it changes rows that are there.
public final class DoublesRewrite {

  private static final String LIST = "list";

  private final DataRoot root;
  private final InstantSource clock;
  private final FileOps ops;

  /// For the lists of this root.
  public DoublesRewrite(DataRoot root, InstantSource clock, FileOps ops) {
    this.root = root;
    this.clock = clock;
    this.ops = ops;
  }

  /// Does it.
  ///
  /// @param file the list's file name
  /// @param tasks the rows that are to come in, which some pairs name
  /// @param decisions one for each pair
  /// @return empty when no row that is there changes
  public Optional<ListRewrite.Rewritten> apply(
      String file, List<NewTask> tasks, List<DoublePair> pairs, List<Decision> decisions) throws StoreException {
    TreeMap<Long, ListRewrite.Edit> edits = new TreeMap<>();
    Map<Long, Map<String, String>> leaving = new HashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      add(file, tasks, pairs.get(i), decisions.get(i), leaving, edits);
    }
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    try (LockFile lock = PendingEdits.lock(root, ops, file)) {
      // Rows that leave are read first: what they give goes into earlier ones.
      return Optional.of(ListRewrite.apply(ops, path(file), idx(file), read(file, edits, leaving)));
    }
  }

  /// Takes it back.
  public void undo(ListRewrite.Rewritten done) throws StoreException {
    try (LockFile lock = PendingEdits.lock(root, ops, done.file())) {
      ListRewrite.undo(ops, path(done.file()), idx(done.file()), done);
    }
  }

  private void add(String file, List<NewTask> tasks, DoublePair pair, Decision decision,
      Map<Long, Map<String, String>> leaving, TreeMap<Long, ListRewrite.Edit> edits) {
    boolean inList = pair.other().inList();
    if (decision == Decision.KEEP) {
      return;
    }
    if (inList) {
      leaving.put(pair.other().begin(), Map.of());
      edits.put(pair.other().begin(), cells -> {
        same(file, cells, pair.other().text());
        return null;
      });
    }
    if (decision == Decision.SKIP) {
      return;
    }
    ListRewrite.Edit before = edits.getOrDefault(pair.there().begin(), cells -> {
      same(file, cells, pair.there().text());
      return cells;
    });
    String now = clock.instant().toString();
    edits.put(pair.there().begin(), cells -> {
      Map<String, String> there = before.of(cells);
      Map<String, String> other = inList ? leaving.get(pair.other().begin()) : cells(tasks.get(pair.task()), now);
      return there == null
          ? null
          : decision == Decision.REPLACE ? RowUnion.replaced(there, other, now) : RowUnion.merged(there, other, now);
    });
  }

  /// Reads the cells of the rows that leave.
  private TreeMap<Long, ListRewrite.Edit> read(
      String file, TreeMap<Long, ListRewrite.Edit> edits, Map<Long, Map<String, String>> leaving)
      throws StoreException {
    for (Long begin : List.copyOf(leaving.keySet())) {
      leaving.put(begin, ListRewrite.cells(path(file), begin));
    }
    return edits;
  }

  private static Map<String, String> cells(NewTask task, String now) {
    return Map.of(
        "content", task.content(), "role", task.role().wireName(), "source", task.source(), "model", task.model(),
        "created", now, "status", "todo");
  }

  /// A row that is another one by now is not the one that somebody decided about.
  private static void same(String file, Map<String, String> cells, String text) throws StoreException {
    if (!cells.getOrDefault("content", "").startsWith(text)) {
      throw new StoreException(new StoreFailure.ChangedElsewhere(file));
    }
  }

  private Path path(String file) {
    return root.taskLists().resolve(file);
  }

  private Path idx(String file) {
    return root.idx().resolve(LockFile.sidecarName(LIST, file, ".idx"));
  }
}
