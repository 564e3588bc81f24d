package dev.chatstream.app;

import dev.chatstream.core.event.TableCommand;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.tinylog.Logger;

/// The one thread of the open table. It reads a long list a piece at a time, between what it is asked, and writes
/// changes into the file when nothing was asked for a while. A platform thread, as file I/O would hold a virtual
/// thread's carrier; it ends with the process.
final class TableWorker {

  private static final Duration IDLE = Duration.ofSeconds(3);

  private final TableCommands commands;
  private final LinkedBlockingQueue<TableCommand> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final Runnable first;

  /// @param commands made with what tells whether a search is still wanted
  /// @param first done once, before anything else
  TableWorker(Function<BooleanSupplier, TableCommands> commands, Runnable first) {
    this.commands = commands.apply(() -> !(queue.peek() instanceof TableCommand.Show));
    this.first = first;
  }

  void start() {
    Thread.ofPlatform().daemon().name("table").start(this::work);
  }

  /// Called by the loop's thread only.
  void submit(TableCommand command) {
    open.incrementAndGet();
    queue.add(command);
  }

  /// True when all that was asked for is done.
  boolean idle() {
    return open.get() == 0;
  }

  private void work() {
    first.run();
    boolean more = false;
    while (true) {
      try {
        TableCommand next = next(more);
        if (next != null) {
          commands.run(next);
          open.decrementAndGet();
        } else if (!more) {
          commands.fold();
        }
        more = commands.step();
      } catch (InterruptedException nobodyMayDoThis) {
        Logger.warn(nobodyMayDoThis, "the table's thread was interrupted; it goes on");
      } catch (RuntimeException | Error unforeseen) {
        Logger.error(unforeseen, "the table's thread goes on after a bug");
      }
    }
  }

  private TableCommand next(boolean reading) throws InterruptedException {
    if (reading) {
      return queue.poll();
    }
    return commands.pending() ? queue.poll(IDLE.toSeconds(), TimeUnit.SECONDS) : queue.take();
  }
}
