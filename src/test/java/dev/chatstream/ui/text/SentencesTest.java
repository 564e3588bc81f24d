package dev.chatstream.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Sentences in rows that are too short for them.
class SentencesTest {

  @Test
  void whatFitsStaysAndWhatDoesNotGoesOnBelow() {
    assertEquals(List.of("One two."), Sentences.rows("One two.", 20, 2, "…"));
    assertEquals(List.of("One two three", "four five."), Sentences.rows("One two three four five.", 14, 2, "…"));
  }

  @Test
  void wholeSentencesGoFromTheEndAndTheFirstIsCut() {
    assertEquals(List.of("One two."), Sentences.rows("One two. Three four.", 10, 1, "…"));
    String more = "One two three four. Five? Six seven.";
    assertEquals(List.of("One two three", "four. Five?"), Sentences.rows(more, 14, 2, "…"));
    assertEquals(List.of("One two…"), Sentences.rows("One two three", 11, 1, "…"));
    assertEquals(List.of(""), Sentences.rows("", 4, 2, "…"));
  }
}
