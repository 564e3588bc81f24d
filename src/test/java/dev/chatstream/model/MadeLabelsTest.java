package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MadeLabelsTest {

  private static final List<String> LABELS = List.of("Bug", "Idea");

  private static List<MadeLabels.Label> of(String rows) {
    return MadeLabels.of("{\"rows\": [" + rows + "]}", LABELS, 2);
  }

  private static String row(Object number, String category, Object confidence) {
    return "{\"number\":" + number + ",\"category\":\"" + category + "\",\"confidence\":" + confidence + "}";
  }

  @Test
  void onlyKnownCategoriesOfRowsThatWereAskedAboutCount() {
    assertEquals(
        List.of(new MadeLabels.Label(1, "Bug", 0.9), new MadeLabels.Label(0, "Idea", 0.8)),
        of(String.join(",", row(2, "bug", 0.9), row(2, "Idea", 1), row(3, "Bug", 1), row(0, "Bug", 1),
            row(1, "Feature", 1), row(1, "Idea", 80))));
  }

  @Test
  void howSureItIsLiesBetweenNothingAndOne() {
    assertEquals(0, of(row(1, "Bug", -3)).getFirst().confidence());
    assertEquals(1, of(row(1, "Bug", 100_000)).getFirst().confidence());
    assertEquals(0, of(row(1, "Bug", "\"very\"")).getFirst().confidence());
  }

  @Test
  void rubbishAndHalfAnAnswerSayNothing() {
    assertEquals(List.of(), MadeLabels.of("", LABELS, 2));
    assertEquals(List.of(), MadeLabels.of("A bug, I think.", LABELS, 2));
    assertEquals(List.of(), MadeLabels.of("{\"rows\": [" + row(1, "Bug", 1), LABELS, 2));
    assertEquals(List.of(), MadeLabels.of("[1, 2]", LABELS, 2));
  }
}
