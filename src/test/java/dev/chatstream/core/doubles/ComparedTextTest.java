package dev.chatstream.core.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which texts are the same, which are alike, and that the sketches find them.
class ComparedTextTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Pin the version.          | pin  the VERSION",
    "Write a test -- now!      | write a test now",
    "'“Café” (new)'            | 'café new'",
    "'ﬁle １２'                  | 'file 12'",
    "'soft­hyphen'        | 'softhyphen'",
    "'a​b'                | 'ab'",
    "明日、会議。                | 明日 会議",
  })
  void caseSpacesAndPunctuationDontCount(String one, String other) {
    assertEquals(NormalText.of(one), NormalText.of(other));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "learn C++ | learn C#",
    "learn C++ | learn C",
    "???       | !!!",
    "cafe      | café",
    "50 %      | 50",
    "3 > 2     | 3 < 2",
  })
  void whatStandsForSomethingCounts(String one, String other) {
    assertNotEquals(NormalText.of(one), NormalText.of(other));
  }

  @Test
  void aTextOfNothingIsADoubleOfNone() {
    assertTrue(ComparedText.of(" \n\t ").empty());
    assertTrue(ComparedText.of("").sketches().isEmpty());
  }

  @Test
  void fewWordsAreComparedByTheirLetters() {
    assertTrue(likeness("Measure the start-up time", "Mesure the start-up time") > 0.6);
    assertTrue(likeness("Fix it", "Buy milk") < 0.2);
    assertTrue(likeness("見積書を明日までに送る", "見積書を今日までに送る") > 0.5);
  }

  @Test
  void aTextOfAFewWordsAndOneOfSomeMoreCanBeCompared() {
    String some = "summarise the issue on emoji and the terminal";
    assertTrue(likeness(some, some + " again please") > 0.6);
    assertEquals(8, some.split(" ").length);
  }

  @Test
  void theSameIsOneAndNothingElseIs() {
    assertEquals(1, likeness("Pin the version.", "pin the version"));
    String long1 = "a b c d e f g h i j k l m n o p a b c d e f g h i j k l m n o p";
    assertTrue(likeness(long1, "x a b c d e f g h i j k l m n o p a b c d e f g h i j k l m n o p") < 1);
    // The same pairs in another number are no exact double.
    assertTrue(likeness(long1, long1 + " a b") < 1);
  }

  @Test
  void sketchesFindWhatIsAlike() {
    Random random = new Random(7);
    int alike = 0;
    int found = 0;
    for (int i = 0; i < 400; i++) {
      List<String> words = words(random, 40);
      List<String> edited = new ArrayList<>(words);
      for (int edit = 0; edit < 4; edit++) {
        edited.set(random.nextInt(edited.size()), "other" + random.nextInt(1000));
      }
      ComparedText one = ComparedText.of(String.join(" ", words));
      ComparedText other = ComparedText.of(String.join(" ", edited));
      if (one.likeness(other) >= Likeness.SIMILAR_FROM) {
        alike++;
        found += agree(one, other) ? 1 : 0;
      }
    }
    assertTrue(alike > 100, "too few to tell: " + alike);
    assertTrue(found >= 0.96 * alike, found + " of " + alike);
  }

  @Test
  void sketchesOfStrangersDontAgree() {
    Random random = new Random(8);
    int agreeing = 0;
    for (int i = 0; i < 400; i++) {
      agreeing += agree(ComparedText.of(String.join(" ", words(random, 30))),
          ComparedText.of(String.join(" ", words(random, 30)))) ? 1 : 0;
    }
    assertTrue(agreeing < 4, agreeing + " of 400");
  }

  private static boolean agree(ComparedText one, ComparedText other) {
    for (int[] a : one.sketches()) {
      for (int[] b : other.sketches()) {
        for (int band = 0; band < MinHash.BANDS; band++) {
          if (a[band] == b[band]) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<String> words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add("word" + random.nextInt(5000));
    }
    return words;
  }

  private static double likeness(String one, String other) {
    return ComparedText.of(one).likeness(ComparedText.of(other));
  }
}
