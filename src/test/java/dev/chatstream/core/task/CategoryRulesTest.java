package dev.chatstream.core.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.preference.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CategoryRulesTest {

  private static final CategoryRules RULES = CategoryRules.of(List.of(
      "# of the project", "", "bug = text:crash", "bug=text:\"null pointer\" source:chat", "release = tag:Release",
      "typed = source:hand", "idea ="));

  private static Optional<String> label(String content, String tags, String source) {
    return RULES.label(new TaskRow(1, Map.of("content", content, "tags", tags, "source", source)));
  }

  @Test
  void theFirstRuleThatHoldsCounts() {
    assertEquals(List.of(), RULES.problems());
    assertEquals(List.of("bug", "release", "typed", "idea"), RULES.labels());
    assertEquals(Optional.of("bug"), label("It CRASHES", "release", "c/m"));
    assertEquals(Optional.of("release"), label("Write notes", "x release", "c/m"));
    assertEquals(Optional.of("typed"), label("a null pointer", "", ""));
    assertEquals(Optional.of("bug"), label("a Null Pointer", "", "c/m"));
    assertEquals(Optional.empty(), label("Write notes", "released", "c/m"));
  }

  @Test
  void aSourceCanBeAChat() {
    CategoryRules rules = CategoryRules.of(List.of("plan = source:0190aa"));
    assertEquals(Optional.of("plan"), rules.label(new TaskRow(1, Map.of("source", "0190aabb/m"))));
    assertEquals(Optional.empty(), rules.label(new TaskRow(1, Map.of("source", "0190bb/m"))));
  }

  @Test
  void eachMistakeIsToldWithItsPlaceAndItsLineLeftOut() {
    CategoryRules rules = CategoryRules.of(List.of(
        "bug text:crash", " = tag:x", "ok = tag:x", "bad = text:a  colour:red", "open = text:\"never closed",
        "e = text:"));
    assertEquals(List.of("ok"), rules.labels());
    assertEquals(List.of("1:1", "2:2", "4:15", "5:8", "6:5"),
        rules.problems().stream().map(problem -> problem.line() + ":" + problem.column()).toList());
    Problem colour = rules.problems().get(2);
    assertEquals("colour:red is no condition: text:word, tag:name or source:chat. The line is left out.",
        colour.sentence());
  }
}
