package dev.chatstream.app;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.tinylog.Logger;

/// The one thread that writes files, in the order in which it was asked. It is never interrupted: a write that was
/// begun is ended. A platform thread: file I/O would hold a virtual thread's carrier. It ends with the process, for
/// what it reports may ask for more.
final class StoreWorker {

  private final EventBus<Event> bus;
  private final StoreCommands commands;
  private final LinkedBlockingQueue<Command.ForStore> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger open = new AtomicInteger();

  StoreWorker(EventBus<Event> bus, StoreCommands commands) {
    this.bus = bus;
    this.commands = commands;
  }

  void start() {
    Thread.ofPlatform().daemon().name("store").start(this::work);
  }

  void submit(Command.ForStore command) {
    open.incrementAndGet();
    queue.add(command);
  }

  /// True when all that was asked for is done.
  boolean idle() {
    return open.get() == 0;
  }

  private void work() {
    while (true) {
      try {
        run(queue.take());
      } catch (InterruptedException nobodyMayDoThis) {
        Logger.warn(nobodyMayDoThis, "the store's thread was interrupted; it goes on");
      }
    }
  }

  private void run(Command.ForStore command) {
    try {
      bus.publishEnding(commands.run(command));
    } catch (StoreException failed) {
      Logger.warn("{}: {}", command.getClass().getSimpleName(), failed.failure().sentence());
      bus.publishEnding(StoreCommands.refused(command, failed.failure()));
    } catch (RuntimeException unforeseen) {
      Logger.error(unforeseen, "{} ended unforeseen", command.getClass().getSimpleName());
      StoreFailure failure = new StoreFailure.Io(command.getClass().getSimpleName(), "the log says more");
      bus.publishEnding(StoreCommands.refused(command, failure));
    } finally {
      open.decrementAndGet();
      bus.publishEnding(new Event.FrameWritten());
    }
  }
}
