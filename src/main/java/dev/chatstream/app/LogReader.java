package dev.chatstream.app;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.log.LogPage;
import dev.chatstream.log.LogFiles;
import dev.chatstream.log.LogPages;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Reads log files for the log window, on virtual threads, one reading after the other. A reading that the window has
/// given up, because it asked for another one, ends early.
final class LogReader {

  private final EventBus<Event> bus;
  private final Path newest;
  private final ReentrantLock one = new ReentrantLock();
  private volatile long latest;

  /// @param newest the program's own log
  LogReader(EventBus<Event> bus, Path newest) {
    this.bus = bus;
    this.newest = newest;
  }

  void run(Command.ForLog command) {
    if (command instanceof Command.ReadLog read) {
      latest = read.number();
    }
    Thread.ofVirtual().name("log-reader").start(() -> {
      one.lock();
      try {
        bus.publishEnding(answer(command));
      } finally {
        one.unlock();
      }
    });
  }

  /// Does it on the caller's thread, and to the end.
  ///
  /// @return what to tell the loop
  Event answerNow(Command.ForLog command) {
    if (command instanceof Command.ReadLog read) {
      latest = read.number();
    }
    return answer(command);
  }

  private Event answer(Command.ForLog command) {
    return switch (command) {
      case Command.ReadLog read -> new Event.LogRead(read, page(read, () -> read.number() != latest));
      case Command.ReadRecord record -> record(record);
      case Command.ListLogs list -> files();
    };
  }

  private LogPage page(Command.ReadLog read, BooleanSupplier cancelled) {
    try {
      LogPages pages = pages(read.file());
      return read.forwards()
          ? pages.after(read.place(), read.count(), read.filter(), cancelled)
          : pages.before(read.place(), read.count(), read.filter(), cancelled);
    } catch (IOException | InvalidPathException e) {
      return LogPage.nothing(words(read.file(), e));
    }
  }

  private Event record(Command.ReadRecord wanted) {
    try {
      return pages(wanted.file()).record(wanted.place())
          .<Event> map(Event.RecordOpened::new)
          .orElseGet(() -> new Event.Said("That record is not there any more."));
    } catch (IOException | InvalidPathException e) {
      return new Event.Said(words(wanted.file(), e) + ".");
    }
  }

  private Event files() {
    try {
      return new Event.LogsListed(LogFiles.list(newest));
    } catch (IOException e) {
      return new Event.Said(words("", e) + ".");
    }
  }

  private LogPages pages(String file) {
    return file.isEmpty() ? LogPages.rolling(newest) : LogPages.of(typed(file));
  }

  /// A path as a person types it: from where the program was started, `~` being the home folder.
  private static Path typed(String text) {
    boolean home = text.equals("~") || text.startsWith("~/");
    return home ? Path.of(System.getProperty("user.home"), text.substring(1)) : Path.of(text).toAbsolutePath();
  }

  /// What is wrong, without a full stop: in the log window it stands on a rule.
  private static String words(String file, Exception e) {
    String name = file.isEmpty() ? "the log" : file;
    boolean refused = e instanceof AccessDeniedException
        || e instanceof FileNotFoundException;
    return switch (e) {
      case NoSuchFileException gone -> "there is no " + name;
      case InvalidPathException none -> name + " is no path";
      default -> name + " can't be read: " + (refused ? "you may not read it" : e.getMessage());
    };
  }
}
