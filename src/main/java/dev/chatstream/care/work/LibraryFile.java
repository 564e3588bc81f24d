package dev.chatstream.care.work;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.list.PendingEdits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One file of a library. Its name is never a path, so it can't lead out of its folder.
public record LibraryFile(Area area, String name) {

  /// Refuses a name that no file of this area can have.
  public LibraryFile {
    if (!area.takes(name)) {
      throw new IllegalArgumentException(area + " has no file named " + name);
    }
  }

  /// A named chat.
  public static LibraryFile chat(String file) {
    return new LibraryFile(Area.CHATS, file);
  }

  /// A task list.
  public static LibraryFile list(String file) {
    return new LibraryFile(Area.LISTS, file);
  }

  /// An unnamed chat.
  public static LibraryFile draft(String file) {
    return new LibraryFile(Area.DRAFTS, file);
  }

  /// The file of such a path below the root; empty when it is none of a library, as with `..` in it.
  public static Optional<LibraryFile> of(String relative) {
    int slash = relative.lastIndexOf('/');
    String folder = slash < 0 ? "" : relative.substring(0, slash);
    String name = relative.substring(slash + 1);
    for (Area area : Area.values()) {
      if (area.folder().equals(folder) && area.takes(name)) {
        return Optional.of(new LibraryFile(area, name));
      }
    }
    return Optional.empty();
  }

  /// All files of a library, area by area.
  public static List<LibraryFile> all(DataRoot root) throws StoreException {
    List<LibraryFile> all = new ArrayList<>();
    for (Area area : Area.values()) {
      all.addAll(area.files(root));
    }
    return all;
  }

  /// Its path below the root, with `/` on every system.
  public String relative() {
    return area.folder() + "/" + name;
  }

  /// Where it is, or would be.
  public Path path(DataRoot root) {
    return area.path(root).resolve(name);
  }

  /// Takes the lock that whoever writes this file takes; one of nothing where there is none to take. What was changed
  /// in the table of a list is in its file then.
  public Held lock(DataRoot root) throws StoreException {
    String kind = area.lockKind(name);
    if (area == Area.LISTS) {
      return new Held(Optional.of(PendingEdits.lock(root, FileOps.DISK, name)));
    }
    return new Held(
        kind.isEmpty() ? Optional.empty() : Optional.of(LockFile.take(root.locks(), kind, name, LockFile.WAIT)));
  }

  /// The derived index file of a list; empty for all others.
  public Optional<Path> idx(DataRoot root) {
    return area == Area.LISTS
        ? Optional.of(root.idx().resolve(LockFile.sidecarName("list", name, ".idx")))
        : Optional.empty();
  }

  /// A lock, as long as it is held.
  public record Held(Optional<LockFile> lock) implements AutoCloseable {
    @Override
    public void close() {
      lock.ifPresent(LockFile::close);
    }
  }
}
