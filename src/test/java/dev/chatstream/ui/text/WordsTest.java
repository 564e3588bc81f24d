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

  @ParameterizedTest
  @CsvSource({"0,0 B", "999,999 B", "1000,1 kB", "98362432,98.4 MB", "1949999999,1.9 GB", "2000000000,2.0 GB"})
  void bytesAreRoundedToWhatPeopleRead(long bytes, String words) {
    assertEquals(words, Words.bytes(bytes));
  }

  @ParameterizedTest
  @CsvSource({"0,0:00", "6,0:06", "130,2:10", "3599,59:59", "4680,1 h 18 min"})
  void spansShowMinutesAndSeconds(long seconds, String words) {
    assertEquals(words, Words.span(seconds));
  }

  @ParameterizedTest
  @CsvSource({"812,812", "3140,3.1k", "8192,8k", "12345,12k", "131072,128k"})
  void tokensAreShort(long tokens, String words) {
    assertEquals(words, Words.tokens(tokens));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0;0 tasks", "1;1 task", "3;3 tasks", "999;999 tasks", "2004;2,004 tasks", "1234567;1,234,567 tasks"})
  void countsAreGroupedByThousands(long count, String words) {
    assertEquals(words, Words.count(count, "task"));
  }
}
