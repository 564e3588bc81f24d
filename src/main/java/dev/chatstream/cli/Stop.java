package dev.chatstream.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a long command end cleanly when a signal comes: the signal's thread waits, within bounds, until the command has
/// taken away what was half made; then the process ends with the signal's exit code (130 for `^C`).
final class Stop implements AutoCloseable {

  private static final int SECONDS = 5;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);
  private volatile boolean wanted;

  Stop() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// Whether the command is to end.
  boolean wanted() {
    return wanted;
  }

  @Override
  public void close() {
    ended.countDown();
    if (!wanted) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException signalCame) {
        wanted = true; // The process is ending already, and the hook has nothing left to wait for.
      }
    }
  }

  private void stop() {
    wanted = true;
    try {
      if (!ended.await(SECONDS, TimeUnit.SECONDS)) {
        Streams.say("It takes too long to stop; a hidden temporary file may stay.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
