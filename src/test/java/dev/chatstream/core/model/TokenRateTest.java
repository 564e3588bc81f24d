package dev.chatstream.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// How the estimate learns from what a server counts.
class TokenRateTest {

  @Test
  void whatWasNeverCountedIsEstimated() {
    assertEquals(1000, TokenRate.UNKNOWN.of(1000));
  }

  @Test
  void aCountPutsTheEstimateRightWithALittleMargin() {
    assertEquals(773, TokenRate.UNKNOWN.plus(1000, 750).of(1000));
  }

  @Test
  void theEstimateNeverGrows() {
    assertEquals(1000, TokenRate.UNKNOWN.plus(1000, 1500).of(1000));
  }

  @Test
  void aCountOfTheUncachedRestTeachesNothing() {
    TokenRate learnt = TokenRate.UNKNOWN.plus(1000, 750);
    assertEquals(learnt, learnt.plus(4000, 60));
    assertEquals(learnt, learnt.plus(10, 400));
  }

  @Test
  void newCountsWeighMoreThanOldOnes() {
    TokenRate rate = TokenRate.UNKNOWN;
    for (int i = 0; i < 20; i++) {
      rate = rate.plus(10_000, 5_000);
    }
    for (int i = 0; i < 8; i++) {
      rate = rate.plus(10_000, 9_000);
    }
    assertTrue(rate.of(1000) > 850, "" + rate.of(1000));
  }
}
