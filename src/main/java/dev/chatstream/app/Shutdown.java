package dev.chatstream.app;

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
      while (loop.state().exit().isEmpty()) {
        loop.tick();
      }
      drain();
    } catch (RuntimeException broken) {
      terminal.close();
      Logger.error(broken, "the loop broke");
      throw broken;
    }
    terminal.close();
    boolean kept = report();
    Logger.info("ended");
    Logging.stop();
    int code = loop.state().exit().orElse(0);
    return code == 0 && !kept ? NOT_KEPT : code;
  }

  private void drain() throws InterruptedException {
    parts.runner().stop();
    long deadline = System.nanoTime() + DEADLINE;
    boolean done = false;
    while (!done && System.nanoTime() < deadline) {
      boolean settled = parts.runner().settled();
      loop.tick(settled ? 0 : STEP);
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
    if (!parts.runner().settled()) {
      StandardError.say("NOT SAVED: the disk took longer than " + DEADLINE / 1_000_000_000 + " s.");
      return false;
    }
    return true;
  }
}
