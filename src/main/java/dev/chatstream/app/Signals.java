package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import org.tinylog.Logger;
import sun.misc.Signal;

/// Signals that end the program become events, so that everything is kept first.
final class Signals {

  private static final int SIGNALLED = 128;

  private Signals() {}

  static void listen(EventBus<Event> bus) {
    for (String name : new String[] {"HUP", "INT", "TERM"}) {
      try {
        Signal.handle(
            new Signal(name), signal -> bus.publishEnding(new Event.SignalReceived(SIGNALLED + signal.getNumber())));
      } catch (IllegalArgumentException taken) {
        Logger.warn("SIG{} can't be caught here", name);
      }
    }
  }
}
