package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.legacy.ForeignList;
import dev.chatstream.store.legacy.ForeignRow;
import dev.chatstream.store.legacy.KnownColumns;
import java.nio.file.Path;
import java.util.List;
import org.tinylog.Logger;

/// The rows of a list of another kind: another encoding, ragged, plain text. To be looked at, never to be added to.
final class OtherRows implements RowSource {

  /// What a list of another kind is.
  ///
  /// @param failure why it can't be added to
  /// @param damaged whether rows of it are not as they should be
  /// @param lastIndex the largest index; -1 when not all of it was read
  record Kind(StoreFailure.NeedsCopy failure, boolean damaged, long lastIndex) {}

  private final ForeignList list;
  private final Kind kind;
  private long doubtful;

  private OtherRows(ForeignList list, Kind kind) {
    this.list = list;
    this.kind = kind;
  }

  static OtherRows open(Path path, Kind kind) throws StoreException {
    return new OtherRows(ForeignList.open(path), kind);
  }

  /// What a file is that a strict reader refuses from its beginning.
  ///
  /// @param refused is thrown again when the file is no list at all
  /// @param whole whether to read all of it, for its largest index
  static Kind kind(Path path, StoreException refused, boolean whole) throws StoreException {
    boolean bad = refused.failure() instanceof StoreFailure.Unreadable && refused.getCause() instanceof BadList;
    if (!bad) {
      throw refused;
    }
    try (ForeignList list = ForeignList.open(path)) {
      String reason = list.kind().isEmpty() ? refused.getCause().getMessage() : list.kind();
      long lastIndex = whole ? lastIndex(list) : -1;
      return new Kind(new StoreFailure.NeedsCopy(path.getFileName().toString(), reason), false, lastIndex);
    } catch (StoreException noList) {
      refused.addSuppressed(noList);
      throw refused;
    }
  }

  /// What a file is in which a strict reader found this problem; null when it is damaged, not of another kind: then a
  /// quote of it stands where none may, and nobody knows where its rows end.
  static Kind kind(OpenList strict, ListScan scan) throws StoreException {
    if (scan.torn() || scan.problem().isEmpty()) {
      return null;
    }
    long lastIndex = 0;
    try (ForeignList list = ForeignList.open(strict.path())) {
      for (ForeignRow row = list.next(); row != null; row = list.next()) {
        if (row.broken()) {
          return null;
        }
        lastIndex = Math.max(lastIndex, index(row));
      }
    } catch (StoreException noList) {
      Logger.debug(noList, "{} can't be read loosely either", strict.name());
      return null;
    }
    boolean damaged = !scan.problem().equals(ListScan.NOT_UTF8);
    return new Kind(new StoreFailure.NeedsCopy(strict.name(), scan.problem()), damaged, lastIndex);
  }

  @Override
  public List<String> columns() {
    return list.columns();
  }

  @Override
  public TaskRow next() throws StoreException {
    ForeignRow row = list.next();
    if (row == null) {
      return null;
    }
    doubtful += row.doubt().isEmpty() ? 0 : 1;
    return new TaskRow(index(row), row.cells());
  }

  @Override
  public String problem() {
    return kind.damaged() ? kind.failure().sentence() : "";
  }

  @Override
  public String note() {
    String rows = doubtful == 0 ? "" : " " + doubtful + (doubtful == 1 ? " row is" : " rows are") + " doubtful.";
    return kind.failure().sentence() + rows;
  }

  @Override
  public void close() throws StoreException {
    list.close();
  }

  private static long lastIndex(ForeignList list) throws StoreException {
    long largest = 0;
    for (ForeignRow row = list.next(); row != null; row = list.next()) {
      largest = Math.max(largest, index(row));
    }
    return largest;
  }

  private static long index(ForeignRow row) {
    return ListScan.index(row.cell(KnownColumns.INDEX));
  }
}
