package dev.chatstream.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogQueueTest {

  private final LogQueue queue = new LogQueue(8, 1_000);

  private boolean offer(LogLevel level, String message) {
    return queue.offer(new LogLine(Instant.EPOCH, "A", level, "b", 1, message));
  }

  @Test
  void theLessImportantIsDroppedFirstAndCounted() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      assertTrue(offer(LogLevel.DEBUG, "d"));
    }
    assertFalse(offer(LogLevel.DEBUG, "d"));
    assertFalse(offer(LogLevel.TRACE, "t"));
    assertTrue(offer(LogLevel.INFO, "i"));
    assertTrue(offer(LogLevel.INFO, "i"));
    assertFalse(offer(LogLevel.INFO, "i"));
    assertTrue(offer(LogLevel.WARN, "w"));
    assertTrue(offer(LogLevel.ERROR, "e"));
    assertFalse(offer(LogLevel.ERROR, "e"));
    assertEquals(8, queue.take().size());
    assertEquals(
        Map.of(LogLevel.DEBUG, 1L, LogLevel.TRACE, 1L, LogLevel.INFO, 1L, LogLevel.ERROR, 1L), queue.takeDropped());
    assertEquals(Map.of(), queue.takeDropped());
    assertEquals(4, queue.dropped());
  }

  @Test
  void largeMessagesFillItToo() throws InterruptedException {
    assertTrue(offer(LogLevel.ERROR, "x".repeat(5_000)));
    assertFalse(offer(LogLevel.ERROR, "small"));
    queue.take();
    assertTrue(offer(LogLevel.ERROR, "small"));
  }

  @Test
  void aClosedOneIsDrainedAndThenEmpty() throws InterruptedException {
    offer(LogLevel.INFO, "last");
    queue.close();
    assertFalse(offer(LogLevel.ERROR, "late"));
    assertEquals(1, queue.take().size());
    assertTrue(queue.take().isEmpty());
  }
}
