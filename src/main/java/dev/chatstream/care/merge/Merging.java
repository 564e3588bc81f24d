package dev.chatstream.care.merge;

import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.backup.VerifiedCopy;
import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.trash.Trashed;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Content;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.merge.ListMerge;
import dev.chatstream.core.merge.MergeConflict.Pick;
import dev.chatstream.core.merge.MergeSide;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.list.MergeFiles;
import dev.chatstream.store.list.PendingEdits;
import dev.chatstream.store.list.TaskListStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Merges another version of a list into it; the list as it was goes to the trash, and comes back by [#undo], also
/// after a restart, as long as nobody changed the list since.
public final class Merging {

  private final Care care;
  private final MergeRecord record;

  /// For lists of this library.
  public Merging(Care care) {
    this.care = care;
    this.record = new MergeRecord(care);
  }

  /// What it would do.
  ///
  /// @param list its file name with or without its ending, or its name as it was typed
  /// @param other a list of the library by name, or the path of any file; empty for the newest sound copy in a backup
  /// @param base the version that both came from; empty when that is not known
  /// @param picks what was chosen about conflicts
  public MergePlan plan(String list, Optional<String> other, Optional<Path> base, Map<String, Pick> picks,
      boolean renumber, JobListener listener) throws StoreException, Cancelled {
    LibraryFile file = LibraryFile.list(lists().find(list));
    PendingEdits.beforeReading(care.root(), care.ops(), file.name());
    Path path = file.path(care.root());
    Job job = new Job(listener);
    job.begin("Reading", path.toFile().length());
    Content now = Content.ofLibrary(care, file, Content.Sink.NONE, job);
    MergeFiles ours = MergeFiles.ours(path, file.idx(care.root()).orElseThrow());
    Path from = other.isPresent() ? find(other.get()) : copy(file);
    MergeSide before = base.isPresent() ? MergeFiles.other(base.get()) : MergeSide.NONE;
    return new MergePlan(file, from.getFileName().toString(), now, ours,
        ListMerge.of(before, ours.side(), MergeFiles.other(from), picks, renumber));
  }

  /// Does it.
  ///
  /// @return names the list as it was, in the trash
  /// @throws StoreException when the list is not what the plan was made for
  public Trashed apply(MergePlan plan, JobListener listener) throws StoreException, Cancelled {
    LibraryFile file = plan.file();
    Path path = file.path(care.root());
    Job job = new Job(listener);
    job.begin("Writing", 3 * plan.now().size());
    try (LibraryFile.Held lock = file.lock(care.root())) {
      requireSame(file, plan.now(), "was not merged", "it was changed since the preview", job);
      Trashed original = new Trash(care).keepCopy(file, "merge", job);
      plan.read().write(care.ops(), path, file.idx(care.root()).orElseThrow(), plan.result());
      Content after = Content.ofLibrary(care, file, Content.Sink.NONE, job);
      record.add(plan, original.id(), after.sha256());
      return original;
    }
  }

  /// Takes the last merge into a list back.
  ///
  /// @throws StoreException when there was none, or the list was changed since
  public void undo(String list, JobListener listener) throws StoreException, Cancelled {
    LibraryFile file = LibraryFile.list(lists().find(list));
    MergeRecord.Last last = record.last(file.name()).orElseThrow(() -> new StoreException(
        new StoreFailure.NotUndoable(file.name(), "nothing was merged into it")));
    Job job = new Job(listener);
    job.begin("Writing", file.path(care.root()).toFile().length());
    try (LibraryFile.Held lock = file.lock(care.root())) {
      Content now = Content.ofLibrary(care, file, Content.Sink.NONE, job);
      Path kept = care.root().internal().resolve("trash").resolve(last.trash()).resolve(file.name());
      if (!now.sha256().equals(last.sha256()) || !Files.isRegularFile(kept)) {
        throw new StoreException(new StoreFailure.NotUndoable(file.name(), "the list was changed since"));
      }
      byte[] before = Files.readAllBytes(kept);
      new AtomicFile(care.ops()).replace(file.path(care.root()), out -> out.write(before));
      care.ops().delete(file.idx(care.root()).orElseThrow());
      record.undone(file.name(), last);
    } catch (IOException e) {
      throw Failures.writing(e, file.path(care.root()));
    }
  }

  private void requireSame(LibraryFile file, Content then, String what, String why, Job job)
      throws StoreException, Cancelled {
    if (!Content.ofLibrary(care, file, Content.Sink.NONE, job).same(then)) {
      throw new StoreException(new StoreFailure.NotDone(file.name() + " " + what, why));
    }
  }

  /// A name of the library comes before a file in the caller's folder; a path with a slash is a path.
  private Path find(String other) throws StoreException {
    Path path = Path.of(other);
    if (path.getNameCount() > 1 || path.isAbsolute()) {
      return path;
    }
    try {
      String file = lists().find(other);
      PendingEdits.beforeReading(care.root(), care.ops(), file);
      return care.root().taskLists().resolve(file);
    } catch (StoreException noList) {
      if (Files.isRegularFile(path)) {
        return path;
      }
      throw noList;
    }
  }

  private Path copy(LibraryFile file) throws StoreException {
    return new Backups(care).newestVerified(file).map(VerifiedCopy::path).orElseThrow(
        () -> new StoreException(new StoreFailure.NoGoodCopy(file.name())));
  }

  private TaskListStore lists() {
    return new TaskListStore(care.root(), care.clock(), care.ops());
  }
}
