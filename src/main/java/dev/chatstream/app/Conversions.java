package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.convert.Importer;
import dev.chatstream.store.convert.Outcome;
import dev.chatstream.store.convert.Watch;
import dev.chatstream.store.file.DataRoot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tinylog.Logger;

/// Makes converted copies of lists, one at a time, on a thread of its own: a long list takes a while, and the store's
/// thread is for short writes. A platform thread, as file I/O would hold a virtual thread's carrier.
final class Conversions {

  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final EventBus<Event> bus;
  private final DataRoot root;
  private final InstantSource clock;
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean stopping;

  Conversions(EventBus<Event> bus, DataRoot root, InstantSource clock) {
    this.bus = bus;
    this.root = root;
    this.clock = clock;
  }

  /// Makes a copy of this list; asked again while one is made, stops that instead.
  void convert(String list) {
    if (running.compareAndSet(false, true)) {
      stopping = false;
      Thread.ofPlatform().daemon().name("convert").start(() -> run(list));
    } else {
      stopping = true;
    }
  }

  /// True when nothing is being made.
  boolean idle() {
    return !running.get();
  }

  /// Stops what is being made; nothing of it is left.
  void stop() {
    stopping = true;
  }

  private void run(String list) {
    Event told = result(list);
    running.set(false);
    bus.publishEnding(told);
  }

  private Event result(String list) {
    Path file = root.taskLists().resolve(list);
    try {
      Outcome made = new Importer(root, clock).bringIn(file, new Importer.Wish(true, true), new Teller(list));
      Logger.info("made task_lists/{} of task_lists/{}: {} rows, {} doubtful",
          made.file(), list, made.rows(), made.doubtful());
      boolean there = made.state() != Outcome.State.MADE;
      return new Event.ListConverted(list, made.file(), made.rows(), made.doubtful(), there);
    } catch (StoreException refused) {
      Logger.warn("converting {}: {}", list, refused.failure().sentence());
      return new Event.StoreRefused(refused.failure());
    } catch (Watch.Cancelled stopped) {
      return new Event.ListConverting(list, -1);
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "converting {} ended unforeseen", list);
      return new Event.StoreRefused(new StoreFailure.Io(list, "the log says more"));
    }
  }

  /// Tells how far it is, from half a second on.
  private final class Teller implements Watch {
    private final String list;
    private long next = System.nanoTime() + BETWEEN.toNanos();

    Teller(String list) {
      this.list = list;
    }

    @Override
    public void progress(long done, long total) {
      if (stopping) {
        throw new Watch.Cancelled();
      }
      long now = System.nanoTime();
      if (now - next >= 0 && total > 0) {
        next = now + BETWEEN.toNanos();
        bus.publishEnding(new Event.ListConverting(list, (int) (100 * done / total)));
      }
    }
  }
}
