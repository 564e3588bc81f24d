package dev.chatstream.app;

import dev.chatstream.core.event.CategoryCommand;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.model.ModelServer;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads for those who make rows of a chat, and asks the model for them; each on a thread of its own, so that neither
/// waits for the other.
final class TalkWorker {

  private final EventBus<Event> bus;
  private final NewestJob comparing = new NewestJob("compare");
  private final NewestJob finding = new NewestJob("sources");
  private final RowComparer comparer;
  private final SourceCommands sources;
  private final NewestJob sorting = new NewestJob("categories");
  private final CategoryWork categories;
  private final TaskMaking making;

  /// @param server the one of the moment
  TalkWorker(EventBus<Event> bus, DataRoot root, InstantSource clock, Supplier<Optional<ModelServer>> server) {
    this.bus = bus;
    this.comparer = new RowComparer(new TaskListStore(root, clock));
    this.sources = new SourceCommands(root, System::nanoTime);
    this.categories = new CategoryWork(root, clock, server);
    this.making = new TaskMaking(bus, server);
  }

  void start() {
    comparing.start();
    finding.start();
    sorting.start();
  }

  /// Called by the loop's thread only.
  void run(TalkCommand command) {
    switch (command) {
      case TalkCommand.CompareRows rows -> comparing.submit(
          wanted -> comparer.compare(rows, wanted).ifPresent(done -> bus.publishEnding(new TalkEvent.Compared(done))));
      case TalkCommand.FindSource source -> finding.submit(
          wanted -> sources.run(source, wanted).ifPresent(bus::publishEnding));
      case TalkCommand.FindRows rows -> finding.submit(
          wanted -> sources.run(rows, wanted).ifPresent(bus::publishEnding));
      case TalkCommand.StopFinding stop -> finding.stop();
      case CategoryCommand.Stop stop -> sorting.stop();
      case CategoryCommand category ->
        sorting.submit(wanted -> categories.run(category, wanted, bus::publishEnding));
      case TalkCommand.MakeTasks make -> making.start(make);
      case TalkCommand.StopMaking stop -> making.stop();
    }
  }

  /// Gives up what is under way.
  void stop() {
    making.stop();
    sorting.stop();
  }
}
