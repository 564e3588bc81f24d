package dev.chatstream.app;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.tinylog.Logger;

/// The one thread that writes files, in the order in which it was asked. It is never interrupted: a write that was
/// begun is ended. A platform thread, as file I/O would hold a virtual thread's carrier; it ends with the process.
///
/// A chat that could not be written is kept here, also when another one has taken its place on the screen, and tried
/// again after each write that works.
final class StoreWorker {

  private final EventBus<Event> bus;
  private final StoreCommands commands;
  private final LinkedBlockingQueue<Command.ForStore> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final Map<UUID, Command.ForStore> failed = new LinkedHashMap<>();
  private volatile int unwritten;

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

  /// How many chats are in memory only, because their last write failed.
  int unwritten() {
    return unwritten;
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
    List<Event> told = new ArrayList<>();
    boolean done = attempt(command, told);
    List<Command.ForStore> others = done ? List.copyOf(failed.values()) : List.of();
    for (Command.ForStore other : others) {
      if (!attempt(other, told)) {
        break;
      }
      Logger.info("a chat that could not be written before is on the disk now");
    }
    unwritten = failed.size();
    told.forEach(bus::publishEnding);
    open.decrementAndGet();
  }

  /// @return whether it worked
  private boolean attempt(Command.ForStore command, List<Event> told) {
    String name = command.getClass().getSimpleName();
    try {
      Event event = commands.run(command);
      told.add(event);
      forget(command, event);
      return true;
    } catch (StoreException refused) {
      Logger.warn("{}: {}", name, refused.failure().sentence());
      told.add(StoreCommands.refused(command, refused.failure()));
      if (!mayPass(refused.failure())) {
        return false;
      }
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "{} ended unforeseen", name);
      told.add(StoreCommands.refused(command, new StoreFailure.Io(name, "the log says more")));
    }
    remember(command);
    return false;
  }

  /// Whether the same write can work later. A file that somebody else has changed is not one of them: writing it later
  /// would overwrite what they wrote.
  private static boolean mayPass(StoreFailure failure) {
    return failure instanceof StoreFailure.DiskFull
        || failure instanceof StoreFailure.NotWritable
        || failure instanceof StoreFailure.Busy
        || failure instanceof StoreFailure.Io;
  }

  private void remember(Command.ForStore command) {
    switch (command) {
      case Command.KeepDraft draft -> failed.put(draft.chat().id(), draft);
      case Command.SaveChat save -> failed.put(save.chat().id(), save);
      default -> {
        // Nothing that was said is lost with the others: they can be asked for again.
      }
    }
  }

  /// What is on the disk now, was thrown away, or was read anew is not to be written once more.
  private void forget(Command.ForStore command, Event event) {
    switch (command) {
      case Command.KeepDraft draft -> failed.remove(draft.chat().id());
      case Command.SaveChat save -> failed.remove(save.chat().id());
      case Command.NameChat name -> failed.remove(name.chat().id());
      case Command.DiscardDraft draft -> failed.remove(draft.id());
      default -> {
        if (event instanceof Event.ChatOpened opened) {
          failed.remove(opened.chat().id());
        }
      }
    }
  }
}
