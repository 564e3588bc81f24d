package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// A list and the files that belong to it.
///
/// @param file its file name in `task_lists/`
record ListFiles(DataRoot root, FileOps ops, String file) {

  private static final String LIST = "list";

  Path csv() {
    return root.taskLists().resolve(file);
  }

  Path idx() {
    return root.idx().resolve(LockFile.sidecarName(LIST, file, ".idx"));
  }

  /// Changes that are not in the list yet.
  Path pending() {
    return root.edits().resolve(LockFile.sidecarName(LIST, file, ".edits"));
  }

  /// Changes that can be taken back or done again.
  Path history() {
    return root.edits().resolve(LockFile.sidecarName(LIST, file, ".history"));
  }

  /// Which columns its table shows.
  Path columns() {
    return root.edits().resolve(LockFile.sidecarName(LIST, file, ".columns"));
  }

  boolean isPending() {
    return Files.exists(pending(), LinkOption.NOFOLLOW_LINKS);
  }

  /// The list's lock, with nothing else done.
  LockFile lock() throws StoreException {
    return LockFile.take(root.locks(), LIST, file, LockFile.WAIT);
  }
}
