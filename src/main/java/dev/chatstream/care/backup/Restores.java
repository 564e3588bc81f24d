package dev.chatstream.care.backup;

import dev.chatstream.care.backup.FileChange.Kind;
import dev.chatstream.care.backup.Manifest.Entry;
import dev.chatstream.care.backup.RestorePlan.Planned;
import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.trash.Trashed;
import dev.chatstream.care.work.Area;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Content;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.Replacing;
import dev.chatstream.care.work.Severity;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tinylog.Logger;

/// Puts files back as a backup has them: first a preview, then, when the person says so, what it showed.
public final class Restores {

  private final Care care;
  private final BackupFolders folders;

  /// Those of this library.
  public Restores(Care care) {
    this.care = care;
    this.folders = new BackupFolders(care);
  }

  /// What restoring would do. Changes nothing; the copies' SHA-256 are checked.
  ///
  /// @param time `latest`, a backup's name, or the beginning of one
  /// @param files which ones, as `plan`, `plan.json` or `chats/plan.json`; all when empty
  public RestorePlan plan(String time, List<String> files, JobListener listener) throws StoreException, Cancelled {
    Job job = new Job(listener);
    String name = folders.find(time);
    Manifest manifest = folders.manifest(name);
    Map<LibraryFile, Entry> best = best(manifest);
    List<Entry> wanted = wanted(best, files);
    job.begin("Comparing", 2 * wanted.stream().mapToLong(entry -> entry.content().size()).sum());
    List<Planned> planned = new ArrayList<>();
    for (Entry entry : wanted) {
      planned.add(planned(name, entry, job));
    }
    return new RestorePlan(folders.summary(name), List.copyOf(planned), files.isEmpty() ? onlyHere(best.keySet()) : 0);
  }

  /// Does what a plan says. A backup of how it is now comes first; what is replaced goes to the trash; a file that was
  /// changed since the plan was made is left as it is.
  ///
  /// @throws Cancelled between two files; those before are restored
  public RestoreReport apply(RestorePlan plan, JobListener listener) throws StoreException, Cancelled {
    List<FileChange> done = new ArrayList<>();
    List<Finding> left = new ArrayList<>();
    List<Trashed> replaced = new ArrayList<>();
    if (!plan.changesAnything()) {
      return new RestoreReport(Optional.empty(), done, left, replaced);
    }
    requireRoom(plan);
    BackupReport before = new Backups(care).makeKeeping(plan.from().name(), listener);
    Job job = new Job(listener);
    List<Planned> changing = plan.planned().stream().filter(Planned::changes).toList();
    job.begin("Restoring", 2 * changing.stream().mapToLong(planned -> planned.entry().content().size()).sum());
    for (Planned planned : changing) {
      try {
        restore(plan.from().name(), planned, job).ifPresent(replaced::add);
        done.add(planned.change());
      } catch (StoreException e) {
        left.add(Finding.of(Severity.WARNING, "restore", planned.entry().file().relative(), e));
      }
    }
    Logger.info("restored {} files from the backup {}", done.size(), plan.from().name());
    return new RestoreReport(Optional.of(before), done, left, replaced);
  }

  /// Where a file was damaged when the backup was made, its last sound copy counts.
  private static Map<LibraryFile, Entry> best(Manifest manifest) {
    Map<LibraryFile, Entry> best = new LinkedHashMap<>();
    for (Entry entry : manifest.entries()) {
      best.merge(entry.file(), entry, (one, other) -> one.sound() ? one : other);
    }
    // The layout of the root is a matter of the program, not of what is kept in it.
    best.keySet().removeIf(file -> file.area() == Area.OWN && file.name().equals("VERSION"));
    return best;
  }

  private static List<Entry> wanted(Map<LibraryFile, Entry> all, List<String> files) throws StoreException {
    if (files.isEmpty()) {
      return List.copyOf(all.values());
    }
    List<Entry> wanted = new ArrayList<>();
    for (String name : files) {
      List<Entry> found = all.values().stream().filter(entry -> named(entry.file(), name)).toList();
      if (found.isEmpty()) {
        throw new StoreException(new StoreFailure.Missing("\"" + name + "\" in that backup"));
      }
      wanted.addAll(found);
    }
    return wanted.stream().distinct().toList();
  }

  private static boolean named(LibraryFile file, String name) {
    return file.relative().equals(name)
        || file.name().equals(name)
        || file.name().equals(name + file.area().extension());
  }

  private Planned planned(String backup, Entry entry, Job job) throws StoreException, Cancelled {
    LibraryFile file = entry.file();
    String problem = folders.problem(backup, entry, job);
    Optional<Content> now;
    try {
      now = now(file, job);
    } catch (StoreException e) {
      return planned(entry, Kind.LEFT, "what is there now: " + Finding.reason(e), Optional.empty());
    }
    if (now.isPresent() && now.get().same(entry.content())) {
      return planned(entry, Kind.SAME, "", now);
    }
    if (!problem.isEmpty()) {
      return planned(entry, Kind.DAMAGED, "its copy is damaged: " + problem, now);
    }
    if (now.isEmpty()) {
      return planned(entry, Kind.ADDED, "", now);
    }
    if (file.area() == Area.JOURNAL) {
      return planned(entry, Kind.LEFT, "a newer state of it is there", now);
    }
    String difference = Difference.of(file, file.path(care.root()), folders.path(backup, entry));
    return planned(entry, Kind.REPLACED, difference, now);
  }

  private static Planned planned(Entry entry, Kind kind, String difference, Optional<Content> now) {
    return new Planned(new FileChange(entry.file(), kind, difference), entry, now);
  }

  private Optional<Content> now(LibraryFile file, Job job) throws StoreException, Cancelled {
    try {
      return Optional.of(Content.ofLibrary(care, file, Content.Sink.NONE, job));
    } catch (StoreException e) {
      if (e.failure() instanceof StoreFailure.Missing) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<Trashed> restore(String backup, Planned planned, Job job) throws StoreException, Cancelled {
    Entry entry = planned.entry();
    LibraryFile file = entry.file();
    try (LibraryFile.Held lock = file.lock(care.root())) {
      Optional<Content> now = now(file, job);
      boolean asPlanned = now.isPresent() == planned.now().isPresent()
          && (now.isEmpty() || now.get().same(planned.now().get()));
      if (!asPlanned) {
        throw new StoreException(new StoreFailure.Unreadable(file.name(), "it was changed since the preview"));
      }
      Optional<Trashed> kept = now.isPresent()
          ? Optional.of(new Trash(care).keepCopy(file, "restore", job))
          : Optional.empty();
      new Replacing(care).with(file, folders.folder(), folders.path(backup, entry), entry.content(), job);
      return kept;
    }
  }

  private int onlyHere(Set<LibraryFile> there) throws StoreException {
    Set<LibraryFile> here = new HashSet<>(LibraryFile.all(care.root()));
    here.removeAll(there);
    here.removeIf(file -> file.area() == Area.OWN);
    return here.size();
  }

  private void requireRoom(RestorePlan plan) throws StoreException {
    long needed = DataRoot.LEAST_ROOM;
    for (Planned planned : plan.planned()) {
      if (planned.changes()) {
        needed += planned.entry().content().size() + planned.now().map(Content::size).orElse(0L);
      }
    }
    long free = care.root().folder().toFile().getUsableSpace();
    if (free < needed) {
      throw new StoreException(new StoreFailure.NotDone(
          "Nothing was restored", "it needs " + needed / 1024 + " KB, and the disk has " + free / 1024 + " KB left"));
    }
  }
}
