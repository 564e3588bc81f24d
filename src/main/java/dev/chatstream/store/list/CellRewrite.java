package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Writes cells by writing the list anew, whole, under its lock. All other bytes stay, but for the `updated` cell of
/// the rows that change.
public final class CellRewrite implements CellWriter {

  private final DataRoot root;
  private final InstantSource clock;
  private final FileOps ops;
  private final AtomicFile atomic;

  /// @param clock gives the time that changed rows get
  public CellRewrite(DataRoot root, InstantSource clock, FileOps ops) {
    this.root = root;
    this.clock = clock;
    this.ops = ops;
    this.atomic = new AtomicFile(ops);
  }

  @Override
  public Map<String, String> write(String file, String column, Map<String, String> cells) throws StoreException {
    Path path = root.taskLists().resolve(file);
    Path idx = root.idx().resolve(LockFile.sidecarName("list", file, ".idx"));
    try (LockFile lock = PendingEdits.lock(root, ops, file);
        OpenList list = OpenList.toRead(path)) {
      ListScan scan = ListLook.scan(list, Optional.of(idx));
      if (!scan.problem().isEmpty()) {
        throw new StoreException(new StoreFailure.Unreadable(file, scan.problem()));
      }
      int at = list.dialect().position(column);
      if (at < 0 || list.dialect().position("id") < 0) {
        throw new StoreException(new StoreFailure.NotDone(
            "No " + column + " was written", file + " has no column named " + (at < 0 ? column : "id")));
      }
      Map<String, String> before = new HashMap<>();
      copy(list, OutputStream.nullOutputStream(), at, cells, before);
      if (!before.isEmpty()) {
        FileOps.DISK.delete(idx);
        atomic.replace(path, out -> copy(list, out, at, cells, new HashMap<>()));
      }
      return before;
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }

  private void copy(OpenList list, OutputStream out, int column, Map<String, String> cells, Map<String, String> before)
      throws IOException {
    char separator = list.dialect().separator();
    int updated = list.dialect().position("updated");
    out.write(RowBytes.head(list));
    RowBytes.walk(list.channel(), list.dialect().start(), list.channel().size(), separator,
        list.dialect().position("id"), (id, row) -> {
          String text = cells.get(id);
          RowCells old = text == null ? null : new RowCells(row, separator);
          if (old == null || old.size() != list.dialect().columns().size() || old.text(column).equals(text)) {
            out.write(row);
            return;
          }
          before.put(id, old.text(column));
          byte[] changed = old.with(column, text, separator);
          out.write(updated < 0
              ? changed
              : new RowCells(changed, separator).with(updated, clock.instant().toString(), separator));
        });
  }
}
