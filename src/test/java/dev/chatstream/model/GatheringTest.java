package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whether it waits is seen by an interrupt: a wait ends with it, and a read of this source doesn't notice it.
class GatheringTest {

  private static final Duration ANY = Duration.ofSeconds(1);
  private static final int MANY = 100_000;

  private final byte[] target = new byte[4];
  private int reads;

  @AfterEach
  void clear() {
    Thread.interrupted();
  }

  private void read(Gathering source, int times) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      source.read(target, 0, target.length, ANY);
    }
  }

  private Gathering source(int bytes) {
    return new Gathering(
        (to, from, length, patience) -> {
          reads++;
          return bytes;
        });
  }

  @Test
  void theFirstPiecesAreTakenAsTheyCome() throws Exception {
    Thread.currentThread().interrupt();
    read(source(1), 8);
    assertEquals(8, reads);
  }

  @Test
  void aFastStreamIsTakenInGulpsAndAStopEndsTheWait() {
    Thread.currentThread().interrupt();
    Gathering fast = source(1);
    assertThrows(InterruptedException.class, () -> read(fast, MANY));
    assertTrue(reads < MANY);
  }

  @Test
  void bulkIsTakenAsItComes() throws Exception {
    Thread.currentThread().interrupt();
    read(source(target.length), MANY);
    assertEquals(MANY, reads);
  }
}
