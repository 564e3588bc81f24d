package dev.chatstream.app;

import dev.chatstream.core.event.CareEvent;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.watch.FolderSize;
import dev.chatstream.core.watch.RunFigures;
import dev.chatstream.core.watch.StoreFigures;
import dev.chatstream.core.watch.TimingFigures;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Timings;
import dev.chatstream.store.watch.FolderSizes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Tells what the store measured of itself whenever that is something new, on a virtual thread that sleeps in between:
/// figures at most twice a second, sizes so rarely that looking at them takes no more than a fiftieth of the time.
final class FiguresWatch {

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int SIZES_SHARE = 50;
  private static final long SIZES_PAUSE = Duration.ofSeconds(2).toNanos();
  private static final long FOR_EVER = Duration.ofDays(1).toNanos();

  private final EventBus<Event> bus;
  private final DataRoot root;
  private final InstantSource clock;
  private final Instant since;
  private Thread reader;

  // Used by one reader after the other.
  private List<FolderSize> sizes = List.of();
  private long sizesAt = -1;
  private long sizesDue;

  FiguresWatch(EventBus<Event> bus, DataRoot root, InstantSource clock) {
    this.bus = bus;
    this.root = root;
    this.clock = clock;
    this.since = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /// Called by the loop: one wish takes the place of the one before.
  void next(Command.ReadFigures wish) {
    Thread before = reader;
    if (before != null) {
      before.interrupt();
    }
    reader = Thread.ofVirtual().name("figures").start(() -> tell(wish.seen(), before));
  }

  /// What this run measured so far; only what happened.
  RunFigures run() {
    List<TimingFigures> happened =
        Timings.PROCESS.figures().stream().filter(timing -> timing.count() > 0).toList();
    return new RunFigures(since, clock.instant().truncatedTo(ChronoUnit.SECONDS), happened);
  }

  private void tell(long seen, Thread before) {
    try {
      if (before != null) {
        before.join();
      }
      if (seen >= 0) {
        Thread.sleep(PAUSE);
        awaitNews(seen);
      }
      long changes = Timings.PROCESS.changes();
      measureSizes(changes);
      bus.publish(new CareEvent.FiguresRead(new StoreFigures(
          since, changes, Timings.PROCESS.figures(), sizes, root.folder().toFile().getUsableSpace())));
    } catch (InterruptedException replaced) {
      Thread.currentThread().interrupt();
    }
  }

  /// Sizes that were not due at the last change become news when they are.
  private void awaitNews(long seen) throws InterruptedException {
    boolean sizesOld = sizesAt != seen;
    Timings.PROCESS.awaitChange(seen, sizesOld ? Math.max(0, sizesDue - System.nanoTime()) : FOR_EVER);
    while (!sizesOld && Timings.PROCESS.changes() == seen) {
      Timings.PROCESS.awaitChange(seen, FOR_EVER);
    }
  }

  private void measureSizes(long changes) {
    long begun = System.nanoTime();
    if (sizesAt < 0 || sizesAt != changes && begun - sizesDue >= 0) {
      sizes = FolderSizes.of(root);
      sizesAt = changes;
      long end = System.nanoTime();
      sizesDue = end + Math.max(SIZES_PAUSE, SIZES_SHARE * (end - begun));
    }
  }
}
