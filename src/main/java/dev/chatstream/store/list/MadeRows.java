package dev.chatstream.store.list;

import dev.chatstream.core.task.MadeRow;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.ByteSearch;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.tinylog.Logger;

/// Finds the rows that were made of a message, in all lists, by its id alone: rows keep it wherever they are moved.
/// Takes no lock and changes nothing.
public final class MadeRows {

  /// More are not shown.
  public static final int MOST = 500;

  private static final int SHOWN = 200;

  private final DataRoot root;
  private final TaskListStore lists;

  /// Those of this data root.
  public MadeRows(DataRoot root) {
    this.root = root;
    this.lists = new TaskListStore(root, InstantSource.system());
  }

  /// Looks through the lists by name. One that can't be read is left out.
  ///
  /// @param wanted false when it is to stop
  public List<MadeRow> of(UUID message, BooleanSupplier wanted) throws StoreException {
    List<MadeRow> found = new ArrayList<>();
    for (String file : lists.names()) {
      if (wanted.getAsBoolean() && found.size() < MOST) {
        look(file, message, wanted, found);
      }
    }
    return List.copyOf(found);
  }

  private void look(String file, UUID message, BooleanSupplier wanted, List<MadeRow> found) {
    PendingEdits.beforeReading(root, FileOps.DISK, file);
    try {
      if (!ByteSearch.in(root.taskLists().resolve(file), message.toString(), wanted)) {
        return;
      }
      try (TaskRows rows = lists.read(file)) {
        while (rows.hasNext() && wanted.getAsBoolean() && found.size() < MOST) {
          TaskRow row = rows.next();
          if (row.cell("source").endsWith("/" + message)) {
            found.add(made(file, row));
          }
        }
      }
    } catch (StoreException unreadable) {
      // The picker of lists says what is wrong with it.
      Logger.info("not looked through: {}", unreadable.failure().sentence());
    }
  }

  private static MadeRow made(String file, TaskRow row) {
    String content = row.cell("content").strip();
    return new MadeRow(file, row.index(), row.cell("id"), content.substring(0, Math.min(SHOWN, content.length())),
        row.cell("status"));
  }
}
