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
    report();
    Logger.info("ended");
    Logging.stop();
    return loop.state().exit().orElse(0);
  }

  private void drain() throws InterruptedException {
    parts.runner().stop();
    long deadline = System.nanoTime() + DEADLINE;
    while (!parts.runner().settled() && System.nanoTime() < deadline) {
      loop.tick(STEP);
    }
    loop.tick(0);
  }

  private void report() {
    if (loop.state().chat().save() instanceof SaveState.NotSaved failed) {
      StandardError.say(failed.failure().sentence());
    } else if (!parts.runner().settled()) {
      StandardError.say("NOT SAVED: the disk took longer than " + DEADLINE / 1_000_000_000 + " s.");
    }
  }
}
