package dev.chatstream.app;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.log.Logging;
import dev.chatstream.term.SshTerminal;
import java.time.Duration;
import org.tinylog.Logger;

/// Runs the loop to its end: no new commands, streams stopped, ticking while the store writes what it was given, the
/// terminal restored, and only then a word about what failed.
final class Shutdown {

  private static final long DEADLINE = Duration.ofSeconds(5).toNanos();
  private static final int NOT_KEPT = 1;
  private static final long STEP = Duration.ofMillis(50).toNanos();

  /// Rounds that may go wrong one after the other before the program ends itself.
  private static final int MOST_FAULTS = 3;

  private static final int BROKEN = 1;

  private final EventLoop loop;
  private final Parts parts;
  private final SshTerminal terminal;

  Shutdown(EventLoop loop, Parts parts, SshTerminal terminal) {
    this.loop = loop;
    this.parts = parts;
    this.terminal = terminal;
  }

  /// @return the exit code
  int runUntilEnd() throws InterruptedException {
    try {
      return run();
    } finally {
      terminal.close();
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
    terminal.close();
    if (faults >= MOST_FAULTS) {
      StandardError.say("The program broke, which is a bug; logs/async_chat_stream.log says where. Your chat is kept.");
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
    parts.runner().run(new Command.KeepInput(loop.unsent()));
    parts.runner().stop();
    long deadline = System.nanoTime() + DEADLINE;
    boolean done = false;
    while (!done && System.nanoTime() < deadline) {
      boolean settled = parts.runner().settled();
      if (!tick(settled ? 0 : STEP)) {
        loop.abort(BROKEN);
      }
      // What the store reported may have asked for more.
      done = settled && parts.runner().settled();
    }
  }

  /// @return whether all is on the disk
  private boolean report() {
    if (loop.state().chat().save() instanceof SaveState.NotSaved failed) {
      StandardError.say(failed.failure().sentence());
      return false;
    }
    if (parts.runner().unwritten() > 0) {
      StandardError.say("NOT SAVED: " + parts.runner().unwritten() + " of the chats that were open before.");
      return false;
    }
    if (!parts.runner().settled()) {
      StandardError.say("NOT SAVED: the disk took longer than " + DEADLINE / 1_000_000_000 + " s.");
      return false;
    }
    return true;
  }
}
