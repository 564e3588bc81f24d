package dev.chatstream.care.renumber;

import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.trash.Trashed;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Content;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.list.ListRenumber;
import dev.chatstream.store.list.TaskListStore;
import java.io.IOException;
import java.util.Optional;

/// Gives the rows of a list the indices 1, 2, 3 ... in their order: the only thing that ever renumbers.
public final class Renumbering {

  private final Care care;

  /// For lists of this library.
  public Renumbering(Care care) {
    this.care = care;
  }

  /// What it would do.
  ///
  /// @param list its file name with or without its ending, or its name as it was typed
  public RenumberPlan plan(String list, JobListener listener) throws StoreException, Cancelled {
    LibraryFile file = LibraryFile.list(new TaskListStore(care.root(), care.clock(), care.ops()).find(list));
    Job job = new Job(listener);
    job.begin("Reading", file.path(care.root()).toFile().length());
    Content now = Content.ofLibrary(care, file, Content.Sink.NONE, job);
    return new RenumberPlan(file, now,
        ListRenumber.preview(file.path(care.root()), file.idx(care.root()).orElseThrow()));
  }

  /// Does it; the list as it was goes to the trash.
  ///
  /// @throws StoreException `ChangedElsewhere` when the list is not what the plan was made for
  public RenumberReport apply(RenumberPlan plan, JobListener listener) throws StoreException, Cancelled {
    LibraryFile file = plan.file();
    if (plan.preview().changed() == 0) {
      return new RenumberReport(file.name(), 0, Optional.empty());
    }
    Job job = new Job(listener);
    job.begin("Writing", 2 * plan.now().size());
    try (LibraryFile.Held lock = file.lock(care.root())) {
      if (!Content.ofLibrary(care, file, Content.Sink.NONE, job).same(plan.now())) {
        throw new StoreException(new StoreFailure.NotDone(
            file.name() + " was not renumbered", "it was changed since the preview"));
      }
      Trashed original = new Trash(care).keepCopy(file, "renumber", job);
      ListRenumber.apply(care.ops(), file.path(care.root()), file.idx(care.root()).orElseThrow());
      care.ops().delete(file.idx(care.root()).orElseThrow());
      return new RenumberReport(file.name(), plan.preview().changed(), Optional.of(original));
    } catch (IOException e) {
      throw Failures.writing(e, file.path(care.root()));
    }
  }
}
