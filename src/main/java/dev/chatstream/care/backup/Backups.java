package dev.chatstream.care.backup;

import dev.chatstream.care.backup.Manifest.Entry;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.NewFile;
import dev.chatstream.care.work.Trees;
import dev.chatstream.care.work.UtcName;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/// The backups of a library, in `.store/backups/<utc time>/`.
public final class Backups {

  private static final Duration WAIT = Duration.ofMillis(200);

  private final Care care;
  private final BackupFolders folders;

  /// Those of this library.
  public Backups(Care care) {
    this.care = care;
    this.folders = new BackupFolders(care);
  }

  /// All backups, the newest first. A broken one stands among them with its problem.
  public List<Backup> list() throws StoreException {
    return folders.names().stream().map(folders::summary).toList();
  }

  /// Makes a backup and thins out the old ones. It has its name only when all of it is on the disk.
  ///
  /// @throws StoreException `NotDone` when there is no room, `Busy` when another process makes one
  /// @throws Cancelled when the listener said so; nothing is left of it then
  public BackupReport make(JobListener listener) throws StoreException, Cancelled {
    return makeKeeping("", listener);
  }

  /// The same, but this one of the old backups is not thinned out.
  BackupReport makeKeeping(String kept, JobListener listener) throws StoreException, Cancelled {
    Job job = new Job(listener);
    try (LockFile lock = LockFile.take(care.root().locks(), "care", "backups", WAIT)) {
      Path temp = Trees.temporary(folders.folder());
      NewFile.folder(temp);
      try {
        return make(temp, kept, job);
      } catch (StoreException | Cancelled | RuntimeException e) {
        deleteAfter(e, temp);
        throw e;
      }
    }
  }

  /// The newest copy of a file whose SHA-256 is right and whose content could be read to its end when it was made.
  public Optional<VerifiedCopy> newestVerified(LibraryFile file) throws StoreException {
    try {
      return newestVerified(file, new Job(JobListener.NONE));
    } catch (Cancelled impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Optional<VerifiedCopy> newestVerified(LibraryFile file, Job job) throws StoreException, Cancelled {
    for (String name : folders.names()) {
      for (Entry entry : entries(name)) {
        if (entry.sound() && entry.file().equals(file) && folders.problem(name, entry, job).isEmpty()) {
          Instant at = UtcName.parse(name).orElseThrow();
          Path path = folders.path(name, entry);
          return Optional.of(
              new VerifiedCopy(name, at, file, path, entry.content().size(), entry.content().sha256()));
        }
      }
    }
    return Optional.empty();
  }

  private List<Entry> entries(String name) {
    try {
      return folders.manifest(name).entries();
    } catch (StoreException e) {
      Logger.warn("the backup {} is passed over: {}", name, e.getMessage());
      return List.of();
    }
  }

  private BackupReport make(Path temp, String kept, Job job) throws StoreException, Cancelled {
    Instant now = care.clock().instant();
    List<LibraryFile> files = LibraryFile.all(care.root());
    Making making = new Making(care, folders, temp, folders.newestReadable(), job);
    requireRoom(making.room(files));
    Manifest manifest = making.fill(files, now);
    String name = publish(temp, now);
    List<String> removed = new Retention(care, folders, kept).apply();
    Logger.info("made the backup {}: {} files", name, manifest.entries().size());
    Backup made = new Backup(
        name, UtcName.parse(name).orElseThrow(), manifest.entries().size(), manifest.bytes(), "");
    return making.report(made, removed);
  }

  private String publish(Path temp, Instant now) throws StoreException {
    Path path = folders.folder().resolve(UtcName.of(now));
    for (Instant at = now; Files.exists(path, LinkOption.NOFOLLOW_LINKS);) {
      at = at.plusSeconds(1);
      path = folders.folder().resolve(UtcName.of(at));
    }
    try {
      care.ops().replace(temp, path);
      care.ops().forceFolder(folders.folder());
      return path.getFileName().toString();
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }

  private void requireRoom(long bytes) throws StoreException {
    long needed = bytes + DataRoot.LEAST_ROOM;
    long free = care.root().folder().toFile().getUsableSpace();
    if (free < needed) {
      throw new StoreException(new StoreFailure.NotDone(
          "No backup was made",
          "it needs " + kilobytes(needed) + " KB, and the disk has " + kilobytes(free) + " KB left"));
    }
  }

  private static long kilobytes(long bytes) {
    return (bytes + 1023) / 1024;
  }

  private void deleteAfter(Exception error, Path temp) {
    try {
      Trees.delete(care.ops(), temp);
    } catch (StoreException e) {
      error.addSuppressed(e); // A clean-up finds it by its name.
    }
  }
}
