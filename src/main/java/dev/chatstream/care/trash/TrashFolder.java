package dev.chatstream.care.trash;

import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Content;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.NewFile;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Trees;
import dev.chatstream.care.work.UtcName;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FolderNames;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The folders in `.store/trash`. One gets its name only when its record is on the disk.
final class TrashFolder {

  private static final int SUFFIX = 8;

  /// Fills the file beside a record.
  @FunctionalInterface
  interface Filling {
    Content with(NewFile out) throws StoreException, Cancelled;
  }

  private final Care care;

  TrashFolder(Care care) {
    this.care = care;
  }

  Path path() {
    return care.root().internal().resolve("trash");
  }

  Path content(Trashed trashed) {
    return path().resolve(trashed.id()).resolve(trashed.from().name());
  }

  /// Makes a folder with a record, into which a file is going to be moved.
  Path make(TrashRecord record) throws StoreException {
    Path temp = begin(record);
    return publish(temp, record);
  }

  /// Makes a folder with a record and a file.
  Path makeWith(TrashRecord record, Filling filling) throws StoreException, Cancelled {
    Path temp = begin(record);
    try (NewFile out = new NewFile(care.ops(), temp.resolve(record.from().name()))) {
      out.finish(filling.with(out).modified());
    } catch (StoreException | Cancelled e) {
      try {
        Trees.delete(care.ops(), temp);
      } catch (StoreException left) {
        e.addSuppressed(left); // A clean-up finds it by its name.
      }
      throw e;
    }
    return publish(temp, record);
  }

  /// What is known of a folder in the trash; empty when it is none of ours.
  Optional<Trashed> read(String id) throws StoreException {
    Path folder = path().resolve(id);
    if (id.isEmpty() || !path().equals(folder.getParent()) || id.startsWith(".")
        || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      TrashRecord record = TrashRecord.read(care, path(), folder);
      return Optional.of(trashed(id, record));
    } catch (StoreException e) {
      return guessed(id, folder, Finding.reason(e));
    }
  }

  private Trashed trashed(String id, TrashRecord record) {
    Path content = path().resolve(id).resolve(record.from().name());
    try {
      Optional<BasicFileAttributes> found = RegularFile.look(content);
      long bytes = found.map(BasicFileAttributes::size).orElse(0L);
      String problem = found.isEmpty() ? "its file is no longer there" : "";
      return new Trashed(id, record.from(), record.at(), record.by(), bytes, problem);
    } catch (StoreException e) {
      return new Trashed(id, record.from(), record.at(), record.by(), 0, Finding.reason(e));
    }
  }

  /// Without a sound record the file's own ending tells where it belongs.
  private static Optional<Trashed> guessed(String id, Path folder, String problem) throws StoreException {
    Instant at = FolderNames.changed(folder);
    for (String name : FolderNames.all(folder)) {
      String area = name.endsWith(".csv") ? "task_lists/" : name.endsWith(".json") ? "chats/" : "";
      Optional<LibraryFile> file = LibraryFile.of(area + name);
      if (file.isPresent()) {
        return Optional.of(new Trashed(id, file.get(), at, "", folder.resolve(name).toFile().length(), problem));
      }
    }
    return Optional.empty();
  }

  private Path begin(TrashRecord record) throws StoreException {
    Path temp = Trees.temporary(path());
    NewFile.folder(temp);
    record.write(care, temp);
    return temp;
  }

  private Path publish(Path temp, TrashRecord record) throws StoreException {
    String random = UUID.randomUUID().toString().substring(0, SUFFIX);
    Path made = path().resolve(UtcName.of(record.at()) + "-" + random);
    try {
      care.ops().forceFolder(temp);
      care.ops().replace(temp, made);
      care.ops().forceFolder(path());
      return made;
    } catch (IOException e) {
      throw Failures.writing(e, made);
    }
  }
}
