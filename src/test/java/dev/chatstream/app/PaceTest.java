package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// When the next frame may go over a slow line, with a clock of the test's own.
class PaceTest {

  private static final long MILLI = 1_000_000;

  @Test
  void aKnownLineNeverCarriesMoreThanItCan() {
    Pace pace = new BitPace(9600);
    long now = 0;
    long bytes = 0;
    while (now < 10_000 * MILLI) {
      now = Math.max(now, pace.dueAt());
      pace.sent(pace.room(), now, false);
      bytes += pace.room() + 40;
    }
    assertTrue(bytes <= 12_200, bytes + " bytes in 10 s");
    assertTrue(bytes >= 9_000, bytes + " bytes in 10 s");
    assertTrue(pace.room() + 40 <= 0.15 * 1200, "a key waits for a frame of " + pace.room());
  }

  @Test
  void whatIsTypedCountsButDoesNotHoldUpTheRest() {
    Pace pace = new BitPace(9600);
    pace.sent(80, 0, false);
    long due = pace.dueAt();
    pace.sent(10, 10 * MILLI, false);
    assertTrue(pace.dueAt() > due);
    assertTrue(pace.dueAt() < due + 60 * MILLI, "only as long as its own bytes take");
  }

  @Test
  void aFastLineStillGetsNoMoreThanTenFramesASecond() {
    Pace pace = new BitPace(100_000_000);
    pace.sent(1000, 0, false);
    assertEquals(100 * MILLI, pace.dueAt());
  }

  @Test
  void anUnknownLineGetsTheNextFrameWhenTheOneBeforeIsThere() {
    Pace pace = new AnswerPace();
    pace.sent(50, 0, true);
    assertEquals(3_000 * MILLI, pace.dueAt());
    pace.sent(10, 20 * MILLI, false);
    pace.answered(400 * MILLI);
    assertTrue(pace.dueAt() <= 400 * MILLI);
  }

  @Test
  void noMoreThanFourASecondHoweverFastTheAnswers() {
    Pace pace = new AnswerPace();
    pace.sent(50, 0, true);
    pace.answered(MILLI);
    assertEquals(250 * MILLI, pace.dueAt());
  }

  @Test
  void framesGrowWhileAnswersAreQuickAndShrinkWhenNot() {
    Pace pace = new AnswerPace();
    int first = pace.room();
    long now = 0;
    for (int i = 0; i < 3; i++) {
      pace.sent(pace.room(), now, true);
      pace.answered(now + 300 * MILLI);
      now += 1000 * MILLI;
    }
    assertEquals(8 * first, pace.room());
    pace.sent(pace.room(), now, true);
    pace.answered(now + 900 * MILLI);
    assertEquals(4 * first, pace.room());
  }

  @Test
  void aTerminalThatNeverAnswersIsAskedTwice() {
    Pace pace = new AnswerPace();
    long now = 0;
    int asked = 0;
    for (int i = 0; i < 10; i++) {
      asked += pace.asks() ? 1 : 0;
      pace.sent(50, now, pace.asks());
      now = pace.dueAt();
    }
    assertEquals(2, asked - 1, "one more is on its way before the second one's time is over");
    assertFalse(pace.asks());
    pace.answered(now);
    assertTrue(pace.asks());
  }

  @Test
  void aSlowLineIsOfferedOnceAndNotForASingleLateAnswer() {
    RoundTrips trips = new RoundTrips();
    assertEquals(-1, after(trips, 0, 400));
    assertEquals(-1, after(trips, 6_000, 10));
    assertEquals(-1, after(trips, 12_000, 400));
    assertEquals(500 * MILLI, after(trips, 18_000, 500));
    assertEquals(-1, after(trips, 24_000, 500));
    assertEquals(-1, after(trips, 30_000, 500));
  }

  @Test
  void askedEveryFiveSecondsAndNotWhileTwoAnswersAreOwed() {
    RoundTrips trips = new RoundTrips();
    assertTrue(trips.due(0));
    trips.asked(0);
    assertFalse(trips.due(4_999 * MILLI));
    assertTrue(trips.due(5_000 * MILLI));
    trips.asked(5_000 * MILLI);
    assertFalse(trips.due(3_600_000 * MILLI));
    trips.answered(3_600_000 * MILLI);
    assertTrue(trips.due(3_600_000 * MILLI));
  }

  private static long after(RoundTrips trips, long atMillis, long tookMillis) {
    assertTrue(trips.due(atMillis * MILLI));
    trips.asked(atMillis * MILLI);
    return trips.answered((atMillis + tookMillis) * MILLI);
  }
}
