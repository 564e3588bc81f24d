package dev.chatstream.app;

import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.JobWatch;
import dev.chatstream.core.care.JobKind;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.ListJobCommand;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.store.StoreException;
import java.util.function.Consumer;

/// Work on whole lists, as jobs of the care worker.
final class ListJobs {

  private final ListDoubles doubles;

  /// @param out where results are told
  ListJobs(Consumer<Event> out, Care care) {
    this.doubles = new ListDoubles(out, care.root(), care.clock());
  }

  static JobKind kind(ListJobCommand command) {
    return switch (command) {
      case ListJobCommand.FindDoubles find -> JobKind.COMPARE;
    };
  }

  /// @return what to say when it is done
  Phrase run(ListJobCommand command, JobListener listener) throws StoreException, Cancelled {
    switch (command) {
      case ListJobCommand.FindDoubles find -> JobWatch.run("Comparing", listener, watch -> {
        doubles.find(find.list(), find.near(), watch);
        return find;
      });
    }
    return Phrase.NONE;
  }

  /// Looks rows up that are to be appended.
  void check(StoreCommand.AppendTasks append) {
    doubles.check(append);
  }
}
