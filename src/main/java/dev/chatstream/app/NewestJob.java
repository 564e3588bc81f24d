package dev.chatstream.app;

import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.tinylog.Logger;

/// A thread that does only the newest of what it is asked: a newer wish ends the one before. A platform thread, as file
/// I/O would hold a virtual thread's carrier; it ends with the process.
final class NewestJob {

  /// What is to be done.
  interface Job {

    /// Does it.
    ///
    /// @param wanted false as soon as something newer was asked for
    void run(BooleanSupplier wanted);
  }

  private static final Job NOTHING = wanted -> {};

  private final String name;
  private final Semaphore asked = new Semaphore(0);
  private volatile Job newest = NOTHING;

  /// @param name of the thread
  NewestJob(String name) {
    this.name = name;
  }

  void start() {
    Thread.ofPlatform().daemon().name(name).start(this::work);
  }

  /// In the place of what is being done now.
  void submit(Job job) {
    newest = job;
    asked.release();
  }

  /// Nothing is wanted any more.
  void stop() {
    newest = NOTHING;
  }

  private void work() {
    while (true) {
      asked.acquireUninterruptibly();
      asked.drainPermits();
      Job job = newest;
      try {
        job.run(() -> newest == job);
      } catch (RuntimeException | Error unforeseen) {
        Logger.error(unforeseen, "{} ended unforeseen", name);
      }
    }
  }
}
