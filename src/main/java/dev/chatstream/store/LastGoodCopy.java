package dev.chatstream.store;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.FolderNames;
import dev.chatstream.store.file.GoodCopies;
import dev.chatstream.store.file.GoodCopy;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.Quarantine;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.list.TaskListStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// Puts the newest whole copy of a damaged chat or list in its place, because the person said so. The damaged file is
/// kept. Used by the store's thread.
public final class LastGoodCopy {

  private static final String CHATS = "chats/";
  private static final String LISTS = "task_lists/";

  private final DataRoot root;
  private final ChatStore chats;
  private final TaskListStore lists;
  private final GoodCopies copies;
  private final Quarantine quarantine;
  private final AtomicFile atomic;

  /// What was done.
  ///
  /// @param made when the copy was made
  /// @param damaged where the damaged file is now, relative to the data root
  public record Used(Instant made, String damaged) {}

  /// @param copies where copies are found
  public LastGoodCopy(
      DataRoot root, ChatStore chats, TaskListStore lists, GoodCopies copies, Quarantine quarantine, FileOps ops) {
    this.root = root;
    this.chats = chats;
    this.lists = lists;
    this.copies = copies;
    this.quarantine = quarantine;
    this.atomic = new AtomicFile(ops);
  }

  /// The newest whole copy.
  ///
  /// @param path of the file, such as `chats/old.json`
  public Optional<GoodCopy> find(String path) {
    return copies.newest(path, sound(path));
  }

  /// Puts it in its place. A file that somebody has mended meanwhile is left as it is.
  public Used use(String path) throws StoreException {
    Path file = file(path);
    String name = file.getFileName().toString();
    try (LockFile lock = LockFile.take(root.locks(), path.startsWith(CHATS) ? "chat" : "list", name, LockFile.WAIT)) {
      if (sound(path).test(file)) {
        throw new StoreException(new StoreFailure.NotDamaged(name));
      }
      GoodCopy copy = find(path).orElseThrow(() -> new StoreException(new StoreFailure.NoGoodCopy(name)));
      String damaged = quarantine.copy(file);
      try (FileChannel channel = RegularFile.openToRead(copy.path());
          InputStream in = Channels.newInputStream(channel)) {
        atomic.replace(file, in::transferTo);
      } catch (IOException e) {
        throw Failures.reading(e, copy.path());
      }
      return new Used(copy.made(), damaged);
    }
  }

  private Predicate<Path> sound(String path) {
    return path.startsWith(CHATS) ? chats::sound : lists::sound;
  }

  /// A name is only ever looked up in its folder, so it never leads out of it.
  private Path file(String path) throws StoreException {
    Path folder = path.startsWith(CHATS) ? root.chats() : root.taskLists();
    String name = path.substring(path.startsWith(CHATS) ? CHATS.length() : LISTS.length());
    if (!FolderNames.all(folder).contains(name)) {
      throw new StoreException(new StoreFailure.Missing(name));
    }
    return folder.resolve(name);
  }
}
