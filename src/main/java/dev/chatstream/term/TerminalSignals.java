package dev.chatstream.term;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/// The signals about the terminal, which the JDK has no supported API for. `sun.misc` is exported by the module
/// `jdk.unsupported` for this very use. Handlers run on threads of the JVM's own.
final class TerminalSignals {

  private TerminalSignals() {}

  /// The window's size changed.
  static void onResize(Runnable action) {
    handle("WINCH", action);
  }

  /// Somebody asks this process to stop, as `kill -TSTP` does.
  static void onStop(Runnable action) {
    handle("TSTP", action);
  }

  /// The process goes on after a stop.
  static void onContinue(Runnable action) {
    handle("CONT", action);
  }

  static void forget() {
    for (String name : new String[] {"WINCH", "TSTP", "CONT"}) {
      Signal.handle(new Signal(name), SignalHandler.SIG_DFL);
    }
  }

  private static void handle(String name, Runnable action) {
    Signal.handle(new Signal(name), signal -> action.run());
  }
}
