package dev.chatstream.care.backup;

import dev.chatstream.care.backup.Manifest.Entry;
import dev.chatstream.care.work.Area;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Content;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.NewFile;
import dev.chatstream.care.work.Severity;
import dev.chatstream.care.work.Soundness;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tinylog.Logger;

/// Fills the folder of one new backup. A file that is the same as in the backup before is shared with it by a hard
/// link; nothing is ever linked to the live files, because those are appended to in place.
final class Making {

  private final Care care;
  private final BackupFolders folders;
  private final Path target;
  private final Job job;
  private final Map<LibraryFile, Entry> before = new HashMap<>();
  private final Map<LibraryFile, Entry> soundBefore = new HashMap<>();
  private final String nameBefore;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Finding> leftOut = new ArrayList<>();
  private final Set<Path> made = new LinkedHashSet<>();
  private int copied;
  private int linked;
  private long written;

  /// @param target an empty folder with a temporary name
  /// @param nameBefore the backup to share files with
  Making(Care care, BackupFolders folders, Path target, Optional<String> nameBefore, Job job) throws StoreException {
    this.care = care;
    this.folders = folders;
    this.target = target;
    this.job = job;
    this.nameBefore = nameBefore.orElse("");
    if (nameBefore.isPresent()) {
      for (Entry entry : folders.manifest(nameBefore.get()).entries()) {
        (entry.lastSound() ? soundBefore : before).put(entry.file(), entry);
      }
    }
  }

  /// Copies and links; all of it is on the disk when this returns, but for the folder's own name.
  Manifest fill(List<LibraryFile> files, Instant now) throws StoreException, Cancelled {
    job.begin("Copying", files.stream().mapToLong(this::work).sum());
    for (LibraryFile file : files) {
      try {
        keep(file);
      } catch (StoreException e) {
        leaveOut(file, e);
      }
    }
    Manifest manifest = new Manifest(now, entries);
    try (NewFile out = new NewFile(care.ops(), target.resolve(ManifestFile.NAME))) {
      out.take(ByteBuffer.wrap(ManifestFile.bytes(manifest)));
      out.finish(now);
    }
    forceFolders();
    return manifest;
  }

  /// How many bytes will have to be written at most.
  long room(List<LibraryFile> files) {
    return files.stream().filter(file -> !looksUnchanged(file)).mapToLong(this::size).sum();
  }

  BackupReport report(Backup backup, List<String> removed) {
    return new BackupReport(backup, copied, linked, written, List.copyOf(leftOut), removed);
  }

  private void keep(LibraryFile file) throws StoreException, Cancelled {
    Optional<Entry> same = looksUnchanged(file) ? unchanged(file) : Optional.empty();
    Entry kept = same.isPresent() && link(same.get()) ? same.get() : copy(file);
    entries.add(kept);
    if (!kept.sound()) {
      keepLastSound(file);
    }
  }

  /// Size and time are a hint only: what looks unchanged is read to be sure.
  private Optional<Entry> unchanged(LibraryFile file) throws StoreException, Cancelled {
    Entry last = before.get(file);
    try (LibraryFile.Held lock = file.lock(care.root())) {
      Content now = Content.ofLibrary(care, file, Content.Sink.NONE, job);
      return now.same(last.content()) ? Optional.of(last) : Optional.empty();
    }
  }

  private Entry copy(LibraryFile file) throws StoreException, Cancelled {
    Path to = place(file.relative());
    Content content;
    try (LibraryFile.Held lock = file.lock(care.root());
        NewFile out = new NewFile(care.ops(), to)) {
      content = Content.ofLibrary(care, file, out, job);
      out.finish(content.modified());
    } catch (StoreException | Cancelled e) {
      deleteAfter(e, to);
      throw e;
    }
    copied++;
    written += content.size();
    return new Entry(file, file.relative(), content, Soundness.problem(file, to, file.idx(care.root())).isEmpty());
  }

  /// Shares a file with the backup before, once its bytes were found to be still right: damage there must not go on
  /// from backup to backup. The new name is looked at, so it doesn't matter what happens to the old one meanwhile.
  private boolean link(Entry entry) throws StoreException, Cancelled {
    Path to = place(entry.stored());
    try {
      Files.createLink(to, folders.path(nameBefore, entry));
    } catch (IOException | UnsupportedOperationException e) {
      Logger.debug(e, "{} can't be shared with the backup before", entry.stored());
      return false;
    }
    if (folders.problem(target, to, entry, job).isEmpty()) {
      linked++;
      return true;
    }
    Logger.warn("{} is damaged in the backup {}", entry.stored(), nameBefore);
    try {
      care.ops().delete(to);
    } catch (IOException e) {
      throw Failures.writing(e, to);
    }
    return false;
  }

  /// A damaged file has an older copy in the backups that is sound: that one stays, however old it gets.
  private void keepLastSound(LibraryFile file) throws StoreException, Cancelled {
    Entry sound = soundBefore.get(file);
    Entry last = before.get(file);
    boolean lastIsSound = last != null && last.sound();
    if (!lastIsSound && sound == null) {
      return;
    }
    Entry from = lastIsSound ? last : sound;
    Path to = place(Manifest.LAST_SOUND + file.relative());
    try {
      Files.createLink(to, folders.path(nameBefore, from));
    } catch (IOException | UnsupportedOperationException noLink) {
      Logger.debug(noLink, "{} is copied instead of shared", from.stored());
      try (NewFile out = new NewFile(care.ops(), to)) {
        Content content = Content.of(care, folders.folder(), folders.path(nameBefore, from), out, job);
        out.finish(content.modified());
      }
    }
    entries.add(new Entry(file, Manifest.LAST_SOUND + file.relative(), from.content(), true));
  }

  private void leaveOut(LibraryFile file, StoreException e) throws StoreException, Cancelled {
    boolean itsOwnFault = e.failure() instanceof StoreFailure.Unreadable
        || e.failure() instanceof StoreFailure.Missing
        || e.failure() instanceof StoreFailure.Busy;
    if (!itsOwnFault) {
      throw e;
    }
    if (file.area() == Area.JOURNAL && !(e.failure() instanceof StoreFailure.Unreadable)) {
      return; // This very program writes it, or its reply reached its chat meanwhile.
    }
    leftOut.add(Finding.of(Severity.WARNING, "backup", file.relative(), e));
    keepLastSound(file);
  }

  private boolean looksUnchanged(LibraryFile file) {
    Entry last = before.get(file);
    if (last == null) {
      return false;
    }
    try {
      BasicFileAttributes now = attributes(file);
      return now.size() == last.content().size()
          && now.lastModifiedTime().toInstant().equals(last.content().modified());
    } catch (IOException e) {
      return false; // Copying it tells what is wrong.
    }
  }

  private long work(LibraryFile file) {
    return looksUnchanged(file) ? 2 * size(file) : size(file);
  }

  private long size(LibraryFile file) {
    try {
      return attributes(file).size();
    } catch (IOException e) {
      return 0; // Copying it tells what is wrong.
    }
  }

  private BasicFileAttributes attributes(LibraryFile file) throws IOException {
    return Files.readAttributes(
        file.path(care.root()), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /// Where a file will lie; makes the folders above it.
  private Path place(String stored) throws StoreException {
    Path path = target.resolve(stored);
    Path folder = target;
    for (Path part : target.relativize(path.getParent())) {
      folder = folder.resolve(part);
      if (made.add(folder)) {
        NewFile.folder(folder);
      }
    }
    return path;
  }

  private void forceFolders() throws StoreException {
    made.add(target);
    for (Path folder : made) {
      try {
        care.ops().forceFolder(folder);
      } catch (IOException e) {
        throw Failures.writing(e, folder);
      }
    }
  }

  private void deleteAfter(Exception error, Path path) {
    try {
      care.ops().delete(path);
    } catch (IOException e) {
      error.addSuppressed(e); // The whole folder is deleted, or the file is in no manifest.
    }
  }
}
