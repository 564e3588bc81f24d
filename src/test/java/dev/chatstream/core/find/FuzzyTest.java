package dev.chatstream.core.find;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Beginnings of words and letters that follow each other come first.
class FuzzyTest {

  @ParameterizedTest
  @CsvSource({
    "tta, to a task list, that that later",
    "rel, release plan, retrieval",
    "wl, window list, owl",
    "plan, Release PLAN, places a name",
    "e, Éclair, hello"
  })
  void theFirstFitsBetter(String letters, String better, String worse) {
    assertTrue(Fuzzy.score(better, letters) > Fuzzy.score(worse, letters),
        Fuzzy.score(better, letters) + " and " + Fuzzy.score(worse, letters));
  }

  @ParameterizedTest
  @CsvSource({"abc, acb", "aa, a", "x, nothing"})
  void whatIsNotInOrderDoesNotFit(String letters, String name) {
    assertTrue(Fuzzy.score(name, letters) < 0);
  }
}
