package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FolderNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Reads lists of every kind, and changes none.
final class ListReader {

  /// Up to this size a list is read whole for its summary, so that every problem in it is told.
  private static final long READ_WHOLE = 1 << 20;

  private ListReader() {}

  /// The rows of a list.
  static TaskRows rows(Path path, Path idx) throws StoreException {
    OpenList list;
    try {
      list = OpenList.toRead(path);
    } catch (StoreException refused) {
      return new TaskRows(OtherRows.open(path, OtherRows.kind(path, refused, false)));
    }
    try {
      ListScan scan = scan(list, idx);
      OtherRows.Kind kind = OtherRows.kind(list, scan);
      if (kind != null) {
        list.close();
        return new TaskRows(OtherRows.open(path, kind));
      }
      return new TaskRows(new StrictRows(list, scan));
    } catch (IOException e) {
      list.close();
      throw Failures.reading(e, path);
    }
  }

  /// A better reason for a refused append: a list of another kind can be converted.
  static StoreException better(Path path, Path idx, StoreException refused) {
    if (!(refused.failure() instanceof StoreFailure.Unreadable)) {
      return refused;
    }
    OtherRows.Kind kind = null;
    try (OpenList list = OpenList.toRead(path)) {
      kind = OtherRows.kind(list, scan(list, idx));
    } catch (StoreException unreadable) {
      kind = kind(path, unreadable);
    } catch (IOException e) {
      refused.addSuppressed(e);
    }
    return kind == null ? refused : new StoreException(kind.failure(), refused);
  }

  private static OtherRows.Kind kind(Path path, StoreException unreadable) {
    try {
      return OtherRows.kind(path, unreadable, false);
    } catch (StoreException noList) {
      return null; // What was told first says it.
    }
  }

  /// What a list shows of itself without being opened. One that can't be read shows why.
  static TaskListSummary summary(Path path, Path idx) {
    Instant changed = FolderNames.changed(path);
    try (OpenList list = OpenList.toRead(path)) {
      return summary(list, idx, changed);
    } catch (StoreException e) {
      return other(path, changed, e);
    } catch (IOException e) {
      return unreadable(path, changed, Failures.reading(e, path));
    }
  }

  /// Whether a file can be read whole as a list of ours.
  static boolean sound(Path path) {
    try (OpenList list = OpenList.toRead(path)) {
      return ListScan.of(list.channel(), list.dialect(), list.channel().size()).problem().isEmpty();
    } catch (StoreException | IOException damaged) {
      return false;
    }
  }

  private static ListScan scan(OpenList list, Path idx) throws IOException {
    return ListScan.of(list.channel(), list.dialect(), IdxFile.countedLength(idx, list.channel()));
  }

  private static TaskListSummary other(Path path, Instant changed, StoreException refused) {
    try {
      OtherRows.Kind kind = OtherRows.kind(path, refused, path.toFile().length() <= READ_WHOLE);
      return other(path, changed, kind);
    } catch (StoreException noList) {
      return unreadable(path, changed, noList);
    }
  }

  private static TaskListSummary other(Path path, Instant changed, OtherRows.Kind kind) {
    String file = path.getFileName().toString();
    String problem = kind.failure().sentence();
    return new TaskListSummary(file, path.toFile().length(), changed, kind.lastIndex(), problem, false, true);
  }

  private static TaskListSummary unreadable(Path path, Instant changed, StoreException why) {
    String file = path.getFileName().toString();
    return new TaskListSummary(file, path.toFile().length(), changed, -1, why.getMessage(), false, false);
  }

  private static TaskListSummary summary(OpenList list, Path idx, Instant changed)
      throws IOException, StoreException {
    long size = list.channel().size();
    boolean small = size <= READ_WHOLE;
    Optional<IdxFile> known = IdxFile.open(idx, ListState.of(list.path(), list.channel()));
    if (known.isPresent()) {
      try (IdxFile index = known.get()) {
        if (index.sound() || !small) {
          String doubt = index.sound() ? "" : "has negative or doubled indices";
          return summary(list, changed, index.maxIndex(), "", doubt);
        }
      }
    }
    if (small || IdxFile.countedLength(idx, list.channel()) < size) {
      ListScan scan = scan(list, idx);
      OtherRows.Kind kind = OtherRows.kind(list, scan);
      if (kind != null) {
        return other(list.path(), changed, kind);
      }
      return summary(list, changed, scan.maxIndex(), scan.problem(), scan.indexProblem());
    }
    TailRead tail = TailRead.of(list.channel(), list.dialect());
    return summary(list, changed, tail.lastIndex(), tail.problem(), "");
  }

  /// @param problem why it can't be read to its end
  /// @param doubt what is wrong with its indices; both are empty when nothing is
  private static TaskListSummary summary(
      OpenList list, Instant changed, long lastIndex, String problem, String doubt) throws IOException {
    String refusal = list.refusal(lastIndex, 1);
    String told = "";
    if (!problem.isEmpty()) {
      told = list.unreadable(problem).getMessage();
    } else if (!refusal.isEmpty()) {
      told = list.notAppendable(refusal).getMessage();
    } else if (!doubt.isEmpty()) {
      told = list.name() + " " + doubt + ".";
    }
    boolean appendable = problem.isEmpty() && refusal.isEmpty();
    return new TaskListSummary(list.name(), list.channel().size(), changed, lastIndex, told, appendable, false);
  }
}
