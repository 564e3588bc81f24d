package dev.chatstream.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({"62, 2, 31", "3, 2, 1", "2, 2, 1", "2, 5, 0.4", "99, 100, 1.0", "1, 10, 0.1", "1, 11, <0.1"})
  void aSlowAnswerHasASpeedToo(long pieces, long seconds, String expected) {
    assertEquals(expected + " tok/s", Words.speed(pieces, seconds));
  }
}
