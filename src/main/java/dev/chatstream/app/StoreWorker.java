package dev.chatstream.app;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tinylog.Logger;

/// The one thread that writes files, in the order in which it was asked. It is never interrupted: a write that was
/// begun is ended. A platform thread, as file I/O would hold a virtual thread's carrier; it ends with the process.
///
/// A chat that could not be written is kept here, also when another one has taken its place on the screen, and tried
/// again after each command that works. Whoever opens it gets it as it is here, not as the disk still has it.
final class StoreWorker {

  /// How long it waits before it tries again by itself.
  private static final long RETRY_SECONDS = 10;

  private final EventBus<Event> bus;
  private final Work commands;
  private final LinkedBlockingQueue<Command.ForStore> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final Map<String, Command.ForStore> failed = new LinkedHashMap<>();
  private volatile int unwritten;

  /// Does a command on the store's thread.
  interface Work {
    /// @return what to tell the loop
    Event run(Command.ForStore command) throws StoreException;
  }

  StoreWorker(EventBus<Event> bus, Work commands) {
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
        Command.ForStore next = failed.isEmpty() ? queue.take() : queue.poll(RETRY_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
          retry();
        } else {
          run(next);
        }
      } catch (InterruptedException nobodyMayDoThis) {
        Logger.warn(nobodyMayDoThis, "the store's thread was interrupted; it goes on");
      }
    }
  }

  /// Tries what failed once more, without a word while it still fails: that was told.
  private void retry() {
    for (Command.ForStore other : List.copyOf(failed.values())) {
      try {
        Event event = commands.run(other);
        forget(other, event);
        unwritten = failed.size();
        Logger.info("a chat that could not be written before is on the disk now");
        bus.publishEnding(event);
      } catch (StoreException still) {
        return;
      } catch (RuntimeException | Error unforeseen) {
        Logger.error(unforeseen, "writing once more ended unforeseen");
        return;
      }
    }
  }

  private void run(Command.ForStore command) {
    List<Event> told = new ArrayList<>();
    boolean done = command instanceof StoreCommand.OpenChat chat ? open(chat, told) : attempt(command, told);
    if (done) {
      retry(command instanceof StoreCommand.WriteAgain, told);
    }
    unwritten = failed.size();
    told.forEach(bus::publishEnding);
    open.decrementAndGet();
  }

  /// Tries what failed before. That it fails again is no news, unless somebody asked.
  private void retry(boolean asked, List<Event> told) {
    for (Command.ForStore other : List.copyOf(failed.values())) {
      List<Event> outcome = new ArrayList<>();
      boolean done = attempt(other, outcome);
      if (done || asked) {
        told.addAll(outcome);
      }
      if (!done) {
        return;
      }
      Logger.info("a chat that could not be written before is on the disk now");
    }
  }

  /// A chat whose last write failed is written first; where that fails again, it is opened as it is in memory.
  private boolean open(StoreCommand.OpenChat command, List<Event> told) {
    for (Command.ForStore other : List.copyOf(failed.values())) {
      Event.ChatOpened kept = opened(other);
      boolean wanted = command.file().isEmpty()
          ? kept.file().isEmpty() && kept.chat().id().equals(command.id())
          : kept.file().equals(command.file());
      List<Event> outcome = new ArrayList<>();
      if (wanted && !attempt(other, outcome)) {
        told.add(kept);
        told.addAll(outcome);
        return false;
      }
      told.addAll(outcome);
    }
    return attempt(command, told);
  }

  private static Event.ChatOpened opened(Command.ForStore write) {
    return switch (write) {
      case StoreCommand.KeepDraft draft -> new Event.ChatOpened(draft.chat(), "");
      case StoreCommand.SaveChat save -> new Event.ChatOpened(save.chat(), save.file());
      default -> throw new IllegalArgumentException("no write of a chat: " + write);
    };
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
      log(name, refused.failure());
      told.add(StoreCommands.refused(command, refused.failure()));
      if (!refused.failure().mayPass()) {
        return false;
      }
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "{} ended unforeseen", name);
      told.add(StoreCommands.refused(command, new StoreFailure.Io(name, "the log says more")));
    }
    remember(command);
    return false;
  }

  /// A name that can't be taken is the person's to change, and nothing went wrong.
  private static void log(String command, StoreFailure failure) {
    if (failure instanceof StoreFailure.BadName) {
      Logger.info("{}: {}", command, failure.sentence());
    } else {
      Logger.warn("{}: {}", command, failure.sentence());
    }
  }

  private void remember(Command.ForStore command) {
    switch (command) {
      case StoreCommand.KeepDraft draft -> failed.put(key(draft.chat(), ""), draft);
      case StoreCommand.SaveChat save -> failed.put(key(save.chat(), save.file()), save);
      default -> {
        // Nothing that was said is lost with the others: they can be asked for again.
      }
    }
  }

  private static String key(Chat chat, String file) {
    return ChatCommands.key(chat.id(), file);
  }

  /// What is on the disk now, was thrown away, or was read anew is not to be written once more.
  private void forget(Command.ForStore command, Event event) {
    switch (command) {
      case StoreCommand.KeepDraft draft -> failed.remove(key(draft.chat(), ""));
      case StoreCommand.SaveChat save -> failed.remove(key(save.chat(), save.file()));
      case StoreCommand.NameChat name -> failed.remove(key(name.chat(), ""));
      case StoreCommand.DeleteChat chat -> failed.remove(ChatCommands.key(chat.id(), chat.file()));
      default -> {
        if (event instanceof Event.ChatOpened opened) {
          failed.remove(key(opened.chat(), opened.file()));
        }
      }
    }
  }
}
