package dev.chatstream.care.clean;

import dev.chatstream.care.clean.CleanPlan.Planned;
import dev.chatstream.care.clean.CleanPlan.Removal;
import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.trash.Trashed;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.Severity;
import dev.chatstream.care.work.Trees;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.doubles.NearDoubles;
import dev.chatstream.store.file.FolderNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds and removes what nobody needs any more.
public final class Cleaner {

  /// The log keeps itself and four older ones; those beyond come from earlier versions.
  private static final int LOGS = 4;

  private static final Pattern OLD_LOG = Pattern.compile(".+\\.log\\.(\\d{1,9})");

  private final Care care;

  /// For this library.
  public Cleaner(Care care) {
    this.care = care;
  }

  /// What would be removed. Changes nothing.
  public CleanPlan plan(JobListener listener) throws StoreException, Cancelled {
    Job job = new Job(listener);
    List<Planned> planned = new ArrayList<>();
    temporaries(planned);
    locks(planned);
    trash(planned);
    job.check();
    logs(planned);
    idx(planned);
    quarantine(planned);
    job.check();
    new Superfluous(care).collect(planned, job);
    return new CleanPlan(List.copyOf(planned));
  }

  /// Removes it. What can't be removed holds nothing else back.
  ///
  /// @throws Cancelled between two things
  public CleanReport apply(CleanPlan plan, JobListener listener) throws Cancelled {
    Job job = new Job(listener);
    job.begin("Removing", plan.bytes());
    List<Finding> left = new ArrayList<>();
    int removed = 0;
    long bytes = 0;
    for (Planned planned : plan.planned()) {
      Leftover leftover = planned.leftover();
      try {
        planned.removal().remove();
        removed++;
        bytes += leftover.bytes();
      } catch (StoreException e) {
        left.add(Finding.of(Severity.WARNING, leftover.kind(), leftover.where(), e));
      }
      job.advance(leftover.bytes());
    }
    return new CleanReport(removed, bytes, left);
  }

  /// Index files of lists that are gone, also from the trash.
  public static List<Path> orphanIdx(Care care) throws StoreException {
    Set<Path> known = new HashSet<>();
    for (LibraryFile file : LibraryFile.all(care.root())) {
      addIdx(care, file, known);
    }
    for (Trashed trashed : new Trash(care).list()) {
      addIdx(care, trashed.from(), known);
    }
    return FolderNames.ending(care.root().idx(), ".idx").stream()
        .filter(name -> name.startsWith("list-") || name.startsWith("near-"))
        .map(name -> care.root().idx().resolve(name))
        .filter(path -> !known.contains(path))
        .toList();
  }

  private static void addIdx(Care care, LibraryFile file, Set<Path> known) {
    file.idx(care.root()).ifPresent(idx -> {
      known.add(idx);
      known.add(NearDoubles.file(care.root(), file.name()));
    });
  }

  private void temporaries(List<Planned> planned) throws StoreException {
    for (Temporaries.Found found : new Temporaries(care).find()) {
      if (found.old()) {
        add(planned, "temporary", found.path(), "a dead process left it half-made", () -> tree(found.path()));
      }
    }
  }

  private void locks(List<Planned> planned) throws StoreException {
    for (Path lock : Temporaries.locks(care)) {
      add(planned, "lock", lock, "what it was for is gone", () -> Temporaries.sweep(care));
    }
  }

  private void trash(List<Planned> planned) throws StoreException {
    Trash trash = new Trash(care);
    for (Trashed trashed : trash.expired()) {
      Leftover leftover = new Leftover(
          "trash", ".store/trash/" + trashed.id(), trashed.bytes(), trashed.from().relative() + ", long deleted");
      planned.add(new Planned(leftover, () -> trash.empty(List.of(trashed))));
    }
  }

  private void logs(List<Planned> planned) throws StoreException {
    for (String name : FolderNames.all(care.root().logs())) {
      Matcher old = OLD_LOG.matcher(name);
      if (old.matches() && Integer.parseInt(old.group(1)) > LOGS) {
        Path path = care.root().logs().resolve(name);
        add(planned, "log", path, "older than the logs that are kept", () -> file(path));
      }
    }
  }

  private void idx(List<Planned> planned) throws StoreException {
    for (Path orphan : orphanIdx(care)) {
      add(planned, "idx", orphan, "its list is gone", () -> file(orphan));
    }
  }

  private void quarantine(List<Planned> planned) throws StoreException {
    long days = new SettingsFile(care.root()).read().number(Preference.QUARANTINE_DAYS);
    Instant oldest = care.clock().instant().minus(Duration.ofDays(days));
    for (String name : FolderNames.all(care.root().quarantine())) {
      Path path = care.root().quarantine().resolve(name);
      if (FolderNames.changed(path).isBefore(oldest)) {
        add(planned, "quarantine", path, "put aside more than " + days + " days ago", () -> tree(path));
      }
    }
  }

  private void add(List<Planned> planned, String kind, Path path, String why, Removal removal) throws StoreException {
    String where = care.root().folder().relativize(path).toString();
    planned.add(new Planned(new Leftover(kind, where, Trees.bytes(path), why), removal));
  }

  private void tree(Path path) throws StoreException {
    Trees.delete(care.ops(), path);
  }

  private void file(Path path) throws StoreException {
    try {
      care.ops().delete(path);
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }
}
