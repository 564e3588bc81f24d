package dev.chatstream.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventBusTest {

  private static final long FOREVER = TimeUnit.MINUTES.toNanos(5);

  private final List<String> taken = new ArrayList<>();

  @Test
  void givesWhatWasPublishedInItsOrder() throws InterruptedException {
    EventBus<String> bus = new EventBus<>(8);
    bus.publish("a");
    bus.publishEnding("b");
    assertTrue(bus.offer("c"));
    assertEquals(3, bus.drainTo(taken, FOREVER));
    assertEquals(List.of("a", "b", "c"), taken);
    assertEquals(0, bus.drainTo(taken, 0));
  }

  @Test
  void dropsAndCountsWhatIsOfferedToABusThatIsHalfFull() throws InterruptedException {
    EventBus<String> bus = new EventBus<>(4);
    bus.publish("a");
    bus.publish("b");
    assertFalse(bus.offer("c"));
    assertEquals(1, bus.dropped());
    bus.drainTo(taken, 0);
    assertEquals(List.of("a", "b"), taken);
  }

  @Test
  void holdsAPublisherBackUntilThereIsRoomAndLosesNothing() throws InterruptedException {
    EventBus<Integer> bus = new EventBus<>(2);
    CountDownLatch done = new CountDownLatch(1);
    Thread publisher = Thread.ofVirtual().start(() -> {
      for (int i = 0; i < 1_000; i++) {
        bus.publishEnding(i);
      }
      done.countDown();
    });
    List<Integer> all = new ArrayList<>();
    while (all.size() < 1_000) {
      bus.drainTo(all, FOREVER);
    }
    assertTrue(done.await(5, TimeUnit.MINUTES));
    publisher.join();
    for (int i = 0; i < 1_000; i++) {
      assertEquals(i, all.get(i));
    }
  }

  @Test
  void patientEventsWaitForTheQuietTimeAndAnUrgentOneEndsIt() throws InterruptedException {
    EventBus<String> bus = new EventBus<>(1024, event -> event.startsWith("token"));
    CountDownLatch started = new CountDownLatch(1);
    Thread publisher = Thread.ofVirtual().start(() -> {
      started.countDown();
      bus.publishEnding("token 1");
      bus.publishEnding("token 2");
      bus.publishEnding("key");
    });
    // Only the key can end a quiet time of five minutes; what was patient comes with it.
    assertTrue(started.await(5, TimeUnit.MINUTES));
    bus.drainTo(taken, FOREVER, FOREVER);
    publisher.join();
    bus.drainTo(taken, 0);
    assertEquals(List.of("token 1", "token 2", "key"), taken);
  }

  @Test
  void manyPatientEventsEndTheQuietTimeBeforeTheBusIsFull() throws InterruptedException {
    EventBus<String> bus = new EventBus<>(8, event -> true);
    Thread publisher = Thread.ofVirtual().start(() -> {
      for (int i = 0; i < 4; i++) {
        bus.publishEnding("token");
      }
    });
    bus.drainTo(taken, FOREVER, FOREVER);
    publisher.join();
    assertEquals(4, taken.size());
  }
}
