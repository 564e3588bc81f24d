package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Other names for lists, and copies of them. What can be undone in a list stays so under its new name.
public final class ListKeeping {

  private final DataRoot root;
  private final FileOps ops;
  private final TaskListStore lists;

  /// @param lists of the same root
  public ListKeeping(DataRoot root, FileOps ops, TaskListStore lists) {
    this.root = root;
    this.ops = ops;
    this.lists = lists;
  }

  /// Gives a list another name.
  ///
  /// @param typed as a person typed it
  /// @return its file name now; a taken name gets a number
  public String rename(String file, String typed) throws StoreException {
    String to = lists.freeName(typed);
    ListFiles from = new ListFiles(root, ops, file);
    ListFiles after = new ListFiles(root, ops, to);
    try (LockFile lock = PendingEdits.lock(root, ops, file)) {
      ops.moveToFree(from.csv(), after.csv());
      ops.forceFolder(root.taskLists());
      ops.delete(from.idx());
      if (Files.exists(from.history(), LinkOption.NOFOLLOW_LINKS)) {
        ops.replace(from.history(), after.history());
      }
      if (Files.exists(from.columns(), LinkOption.NOFOLLOW_LINKS)) {
        ops.replace(from.columns(), after.columns());
      }
      return to;
    } catch (FileAlreadyExistsException taken) {
      throw new StoreException(new StoreFailure.NotDone(file + " keeps its name", to + " is taken"), taken);
    } catch (IOException e) {
      throw Failures.writing(e, from.csv());
    }
  }

  /// Makes a copy, byte for byte.
  ///
  /// @return its file name
  public String duplicate(String file) throws StoreException {
    Path from = new ListFiles(root, ops, file).csv();
    try (LockFile lock = PendingEdits.lock(root, ops, file); FileChannel in = RegularFile.openToRead(from)) {
      String to = lists.freeName(file.replaceFirst("\\.[^.]*$", "") + " copy");
      long length = in.size();
      if (!new AtomicFile(ops).create(root.taskLists().resolve(to), out -> RegularFile.copy(in, 0, length, out))) {
        throw new StoreException(new StoreFailure.NotDone("No copy was made", to + " is taken"));
      }
      return to;
    } catch (IOException e) {
      throw Failures.reading(e, from);
    }
  }
}
