package dev.chatstream.app;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.tinylog.Logger;

/// The one thread that reads for pickers and panels. A platform thread, as file I/O would hold a virtual thread's
/// carrier; it ends with the process. What is asked for twice before it was begun is done once.
final class LibraryWorker {

  private final EventBus<Event> bus;
  private final LibraryCommands commands;
  private final LinkedBlockingQueue<Job> queue = new LinkedBlockingQueue<>();
  private final AtomicLong asked = new AtomicLong();

  /// Jobs up to this one, that read chats, are wanted no more.
  private volatile long stopped = -1;

  private record Job(Command.ForLibrary command, long number) {}

  LibraryWorker(EventBus<Event> bus, LibraryCommands commands) {
    this.bus = bus;
    this.commands = commands;
  }

  void start() {
    Thread.ofPlatform().daemon().name("library").start(this::work);
  }

  /// Called by the loop's thread only.
  void submit(Command.ForLibrary command) {
    if (command instanceof Command.StopReadingChats) {
      stopped = asked.get();
    } else if (queue.stream().noneMatch(waiting -> waiting.command().equals(command) && wanted(waiting))) {
      queue.add(new Job(command, asked.incrementAndGet()));
    }
  }

  private boolean wanted(Job job) {
    return !(job.command() instanceof Command.ReadChats) || job.number() > stopped;
  }

  private void work() {
    while (true) {
      try {
        run(queue.take());
      } catch (InterruptedException nobodyMayDoThis) {
        Logger.warn(nobodyMayDoThis, "the library's thread was interrupted; it goes on");
      }
    }
  }

  private void run(Job job) {
    String name = job.command().getClass().getSimpleName();
    try {
      Optional<Event> end = commands.run(job.command(), () -> wanted(job), bus::publishEnding);
      end.ifPresent(bus::publishEnding);
    } catch (StoreException refused) {
      Logger.warn("{}: {}", name, refused.failure().sentence());
      bus.publishEnding(new Event.StoreRefused(refused.failure()));
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "{} ended unforeseen", name);
      bus.publishEnding(new Event.StoreRefused(new StoreFailure.Io(name, "the log says more")));
    }
  }
}
