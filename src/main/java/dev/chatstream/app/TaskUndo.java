package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.AppendUndo;
import dev.chatstream.store.list.LastAppend;
import dev.chatstream.store.list.LastAppendFile;
import dev.chatstream.store.list.ListAppend;
import dev.chatstream.store.list.RowMark;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/// Takes the last append to a list back, also one of an earlier run: what that needs is on the disk. One thread.
final class TaskUndo {

  private final TaskListStore lists;
  private final LastAppendFile file;
  private final Bin bin;
  private Optional<LastAppend> last = Optional.empty();

  TaskUndo(DataRoot root, TaskListStore lists, Bin bin) {
    this.lists = lists;
    this.file = new LastAppendFile(root, FileOps.DISK);
    this.bin = bin;
  }

  /// Reads what an earlier run has left.
  ///
  /// @return the list whose last append can be taken back; empty when there is none
  String remember() throws StoreException {
    last = file.read();
    return last.map(append -> append.undo().file()).orElse("");
  }

  /// Notes an append that is on the disk. That it can't be noted there takes nothing from it: it can be undone as long
  /// as this run lasts.
  void appended(ListAppend done, boolean created) {
    done.undo().ifPresent(undo -> {
      List<RowMark> rows = List.of();
      try {
        rows = done.added() > LastAppend.MOST_ROWS ? rows : lists.marks(undo);
        last = Optional.of(new LastAppend(undo, created, rows, done.added()));
        file.write(last.get());
      } catch (StoreException failed) {
        last = Optional.of(new LastAppend(undo, created, rows, done.added()));
        Logger.warn("the append can't be undone after a restart: {}", failed.failure().sentence());
      }
    });
  }

  /// Something else was done that can be undone: that is the last thing now.
  void overtaken() {
    if (last.isPresent()) {
      last = Optional.empty();
      forget();
    }
  }

  private void forget() {
    try {
      file.clear();
    } catch (StoreException stays) {
      Logger.warn("an append that is done with stays noted: {}", stays.failure().sentence());
    }
  }

  /// Takes it back: cut off where it is the end of its list, else row by row where others have added to it.
  Event takeBack() throws StoreException {
    LastAppend append = last.orElseThrow(
        () -> new StoreException(new StoreFailure.NotUndoable("the file", "there was no append")));
    int taken;
    try {
      taken = takeBack(append);
    } catch (StoreException refused) {
      if (refused.failure() instanceof StoreFailure.NotUndoable || refused.failure() instanceof StoreFailure.Missing) {
        overtaken();
      }
      throw refused;
    }
    overtaken();
    boolean trashed = append.created() && taken == append.added() && empty(append.undo().file());
    if (trashed) {
      bin.delete("task_lists/" + append.undo().file());
    }
    Logger.info("took {} back from task_lists/{}", Words.count(taken, "task"), append.undo().file());
    return new TalkEvent.TasksTakenBack(append.undo().file(), taken, append.added() - taken, trashed);
  }

  private int takeBack(LastAppend append) throws StoreException {
    AppendUndo undo = append.undo();
    try {
      lists.undo(undo);
      return append.added();
    } catch (StoreException refused) {
      if (!(refused.failure() instanceof StoreFailure.NotUndoable) || append.rows().isEmpty()) {
        throw refused;
      }
    }
    int taken = lists.remove(undo.file(), append.rows());
    if (taken == 0) {
      throw new StoreException(
          new StoreFailure.NotUndoable(undo.file(), "its rows were changed or taken out since"));
    }
    return taken;
  }

  private boolean empty(String list) throws StoreException {
    try (TaskRows rows = lists.read(list)) {
      return !rows.hasNext();
    }
  }
}
