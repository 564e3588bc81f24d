package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A bus, and what came over it.
final class Events {

  private static final long HOUR = 3_600_000_000_000L;

  private final EventBus<Event> bus = new EventBus<>(1_000);
  private final List<Event> came = new ArrayList<>();

  EventBus<Event> bus() {
    return bus;
  }

  /// Waits until what came since the last [#taken] is as wanted. A test that waits for ever has failed.
  void until(Predicate<List<Event>> wanted) throws InterruptedException {
    while (!wanted.test(came)) {
      bus.drainTo(came, HOUR);
    }
  }

  /// Waits for the first event of this kind.
  <E extends Event> E first(Class<E> kind) throws InterruptedException {
    until(events -> events.stream().anyMatch(kind::isInstance));
    return came.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  /// What came since the last time.
  List<Event> taken() throws InterruptedException {
    bus.drainTo(came, 0);
    List<Event> all = List.copyOf(came);
    came.clear();
    return all;
  }
}
