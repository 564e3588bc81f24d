package dev.chatstream.bench;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The way of 1,000 tokens from the worker to the loop, by one thread: what the bus itself costs, without the waking
/// of threads, which is the system's.
@State(Scope.Thread)
public class BusBenchmark {

  private static final int EVENTS = 1000;
  /// As in the program.
  private static final int CAPACITY = 4096;

  private final EventBus<Event> bus = new EventBus<>(CAPACITY, Event.TokenReceived.class::isInstance);
  private final Event token = new Event.TokenReceived(UUID.randomUUID(), " token", false, 1);
  private final List<Event> batch = new ArrayList<>();

  @Benchmark
  public int thousandEvents() throws InterruptedException {
    for (int event = 0; event < EVENTS; event++) {
      bus.publish(token);
    }
    batch.clear();
    return bus.drainTo(batch, 0);
  }
}
