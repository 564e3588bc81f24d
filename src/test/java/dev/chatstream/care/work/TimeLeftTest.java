package dev.chatstream.care.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How long a job still takes.
class TimeLeftTest {

  private long now;
  private final TimeLeft timeLeft = new TimeLeft(() -> now);

  private Optional<Duration> after(long millis, String what, long done, long total) {
    now = Duration.ofMillis(millis).toNanos();
    return timeLeft.after(new Progress(what, done, total));
  }

  @Test
  void isToldFromHowFastItWas() {
    assertEquals(Optional.empty(), after(0, "Copying", 0, 100));
    assertEquals(Optional.empty(), after(400, "Copying", 10, 100));
    assertEquals(Optional.of(Duration.ofSeconds(3)), after(1000, "Copying", 25, 100));
    assertEquals(Optional.of(Duration.ZERO), after(4000, "Copying", 100, 100));
    assertEquals(Optional.of(Duration.ZERO), after(5000, "Copying", 120, 100));
  }

  @Test
  void beginsAnewWithEachPart() {
    after(0, "Copying", 0, 100);
    assertEquals(Optional.empty(), after(4000, "Checking", 1, 100));
    assertEquals(Optional.of(Duration.ofSeconds(9)), after(5000, "Checking", 10, 100));
  }

  @Test
  void isNotToldWithoutATotal() {
    after(0, "Copying", 0, 0);
    assertEquals(Optional.empty(), after(4000, "Copying", 50, 0));
  }
}
