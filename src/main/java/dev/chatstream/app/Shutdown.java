package dev.chatstream.app;

import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.log.Logging;
import java.time.Duration;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// Runs the loop to its end: no new commands, streams stopped, ticking while the store writes what it was given, the
/// terminal restored, and only then a word about what failed.
final class Shutdown {

  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final int NOT_KEPT = 1;
  private static final long STEP = Duration.ofMillis(50).toNanos();

  /// Rounds that may go wrong one after the other before the program ends itself.
  private static final int MOST_FAULTS = 3;

  private static final int BROKEN = 1;

  private final EventLoop loop;
  private final CommandRunner workers;
  private final Ending ending;
  private final Duration patience;

  /// What is left to do at the end.
  ///
  /// @param restore gives the terminal back as it was; may be called twice
  /// @param say takes a sentence for the person, when the screen is gone
  record Ending(Restoring restore, Consumer<String> say) {}

  /// Gives a terminal back.
  interface Restoring {
    void run() throws InterruptedException;
  }

  Shutdown(EventLoop loop, CommandRunner workers, Ending ending) {
    this(loop, workers, ending, DEADLINE);
  }

  /// @param patience how long the store may take to write what it was given
  Shutdown(EventLoop loop, CommandRunner workers, Ending ending, Duration patience) {
    this.loop = loop;
    this.workers = workers;
    this.ending = ending;
    this.patience = patience;
  }

  /// @return the exit code
  int runUntilEnd() throws InterruptedException {
    try {
      return run();
    } finally {
      ending.restore().run();
    }
  }

  private int run() throws InterruptedException {
    int faults = 0;
    while (loop.state().exit().isEmpty()) {
      faults = tick(Long.MAX_VALUE) ? 0 : faults + 1;
      if (faults == MOST_FAULTS) {
        loop.abort(BROKEN);
      }
    }
    drain();
    ending.restore().run();
    if (faults >= MOST_FAULTS) {
      ending.say()
          .accept("The program broke, which is a bug; logs/async_chat_stream.log says where. Your chat is kept.");
    }
    boolean kept = report();
    Logger.info("ended");
    Logging.stop();
    int code = loop.state().exit().orElse(0);
    return code == 0 && !kept ? NOT_KEPT : code;
  }

  /// One round. What goes wrong in it is a bug, but no reason to lose a chat.
  ///
  /// @return whether it went well
  private boolean tick(long mostNanos) throws InterruptedException {
    try {
      loop.tick(mostNanos);
      return true;
    } catch (RuntimeException | Error bug) {
      Logger.error(bug, "a bug");
      loop.tellBug();
      return false;
    }
  }

  private void drain() throws InterruptedException {
    workers.run(new WritingCommand.KeepInput(loop.unsent()));
    workers.stop();
    workers.keepFigures();
    long deadline = System.nanoTime() + patience.toNanos();
    boolean done = false;
    while (!done && System.nanoTime() < deadline) {
      boolean settled = workers.settled() && workers.caredFor();
      if (!tick(settled ? 0 : STEP)) {
        loop.abort(BROKEN);
      }
      // What the store reported may have asked for more.
      done = settled && workers.settled();
    }
  }

  /// @return whether all is on the disk
  private boolean report() {
    if (loop.state().chat().save() instanceof SaveState.NotSaved failed) {
      ending.say().accept(failed.failure().sentence());
      return false;
    }
    boolean elsewhere = loop.state().chat().save() instanceof SaveState.Elsewhere;
    int unwritten = workers.unwritten() - (elsewhere ? 1 : 0);
    if (unwritten > 0) {
      ending.say().accept("NOT SAVED: " + unwritten + " of the chats that were open before.");
      return false;
    }
    if (!workers.settled()) {
      ending.say().accept("NOT SAVED: the disk took longer than " + patience.toSeconds() + " s.");
      return false;
    }
    if (loop.state().chat().save() instanceof SaveState.Elsewhere saved) {
      ending.say().accept("The chat could not be saved among the others. All of it is in " + saved.file() + ".");
    }
    return true;
  }
}
