package dev.chatstream.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tinylog.Logger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/// The signals that end a command: the first one is told to it, so that it can end cleanly; a second one of the same
/// kind ends the program at once. Closing gives the signals back.
final class StopSignals implements AutoCloseable {

  private static final int SIGNALLED = 128;

  private final Map<Signal, SignalHandler> before = new HashMap<>();
  private final Consumer<String> told;
  private volatile int number;

  /// @param told gets the signal's name, such as `INT`, on a thread of the JVM
  StopSignals(Consumer<String> told) {
    this.told = told;
    for (String name : new String[] {"INT", "TERM", "HUP"}) {
      try {
        Signal caught = new Signal(name);
        before.put(caught, Signal.handle(caught, this::took));
      } catch (IllegalArgumentException taken) {
        Logger.debug(taken, "SIG{} can't be caught here", name);
      }
    }
  }

  /// Whether one came.
  boolean came() {
    return number != 0;
  }

  /// The exit code that tells which one came.
  int exitCode() {
    return SIGNALLED + number;
  }

  private void took(Signal caught) {
    number = caught.getNumber();
    Signal.handle(caught, SignalHandler.SIG_DFL);
    told.accept(caught.getName());
  }

  @Override
  public void close() {
    before.forEach(Signal::handle);
  }
}
