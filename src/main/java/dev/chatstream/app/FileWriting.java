package dev.chatstream.app;

import dev.chatstream.core.event.FilesEvent;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.StoreFailure;
import java.util.concurrent.atomic.AtomicInteger;
import org.tinylog.Logger;

/// Writes files for other programs, each on a thread of its own: a long document holds nobody up.
final class FileWriting {

  private final EventBus<Event> bus;
  private final FileCommands commands;
  private final AtomicInteger running = new AtomicInteger();

  FileWriting(EventBus<Event> bus, FileCommands commands) {
    this.bus = bus;
    this.commands = commands;
  }

  void submit(Command.ForFiles command) {
    running.incrementAndGet();
    Thread.ofPlatform().daemon().name("files").start(() -> run(command));
  }

  /// True when all is written.
  boolean idle() {
    return running.get() == 0;
  }

  private void run(Command.ForFiles command) {
    Event told;
    try {
      told = commands.run(command);
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "writing a file ended unforeseen");
      told = new FilesEvent.FilesRefused(new StoreFailure.Io("The file", "the log says more"));
    } finally {
      running.decrementAndGet();
    }
    bus.publishEnding(told);
  }
}
