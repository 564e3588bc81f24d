package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TableEvent;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.ListKeeping;
import dev.chatstream.store.list.TaskListStore;
import java.time.InstantSource;
import java.util.List;
import org.tinylog.Logger;

/// Makes, copies and renames task lists. The store's thread only.
final class ListCommands {

  private final TaskListStore lists;
  private final ListKeeping keeping;
  private final Bin bin;

  /// What was done, and what takes it back.
  record Kept(Event event, Undo undo) {}

  /// Takes it back.
  interface Undo {
    /// @return what to tell the loop
    Event run() throws StoreException;
  }

  /// @param bin where a list goes that was made and is not wanted after all
  ListCommands(DataRoot root, InstantSource clock, Bin bin) {
    this.lists = new TaskListStore(root, clock);
    this.keeping = new ListKeeping(root, FileOps.DISK, lists);
    this.bin = bin;
  }

  Kept create(String name) throws StoreException {
    String file = lists.create(name, List.of()).file();
    return made(file, "Made " + file + ".");
  }

  Kept duplicate(String file) throws StoreException {
    String copy = keeping.duplicate(file);
    return made(copy, "Made " + copy + " of " + file + ".");
  }

  Kept rename(String file, String name) throws StoreException {
    String now = keeping.rename(file, name);
    Logger.info("task_lists/{} is task_lists/{} now", file, now);
    return new Kept(new TableEvent.ListKept(now, file + " is " + now + " now.", true), () -> {
      String back = keeping.rename(now, file);
      return new TableEvent.ListKept(back, now + " is " + back + " again.", false);
    });
  }

  private Kept made(String file, String words) {
    Logger.info("made task_lists/{}", file);
    return new Kept(new TableEvent.ListKept(file, words, true), () -> {
      bin.delete("task_lists/" + file);
      return new TableEvent.ListKept(file, file + " is in the trash.", false);
    });
  }
}
