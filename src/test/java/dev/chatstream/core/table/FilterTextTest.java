package dev.chatstream.core.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The small language of filters.
class FilterTextTest {

  private static final List<String> COLUMNS =
      List.of("index", "content", "status", "priority", "tags", "category", "estimate");
  private static final List<String> ROW =
      List.of("14", "Measure the start-up time", "doing", "B", "speed x", "big thing", "3 h");

  private static boolean keeps(String typed) {
    FilterText read = FilterText.of(typed, COLUMNS);
    assertEquals(Optional.empty(), read.problem(), typed);
    return read.filter().keeps(ROW::get);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "| true", "status:open | true", "status:todo | false", "status:todo,doing | true", "-status:done | true",
    "prio:B | true", "prio:b | true", "prio:A-C | true", "prio:A | false", "prio:none | false", "#14 | true",
    "#12-20 | true", "#3,12-20,40- | true", "#1-20,3,40 | true", "#3,20-30 | false", "#15- | false", "#1-13 | false",
    "tag:x | true", "tag:spee | false", "tag:y,x | true",
    "category:\"big thing\" | true", "category:big | false", "estimate:\"3 h\" | true", "measure | true",
    "\"START-UP time\" | true", "\"time start\" | false", "measure status:open #14 tag:x | true",
    "measure -measure | false"})
  void keepsWhatItSays(String typed, boolean expected) {
    assertEquals(expected, keeps(typed == null ? "" : typed));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "status:opne | 7 | 11", "open prio:AB | 10 | 12", "#x | 1 | 2", "a #20-12 | 3 | 8", "stat:open | 0 | 4",
    "tag: | 0 | 4", "a \"never closed | 2 | 15", "-foo:x | 1 | 4", "#1-2-3 | 1 | 6"})
  void aMistakeIsToldWithItsPlace(String typed, int start, int end) {
    FilterProblem problem = FilterText.of(typed, COLUMNS).problem().orElseThrow();
    assertEquals(start + "-" + end, problem.start() + "-" + problem.end(), problem.sentence());
    assertTrue(problem.sentence().endsWith("."));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "big thing | category:\"big thing\"", "`` | category:none", "a: -#b | category:\"a: -#b\""})
  void aTermForATextKeepsJustThat(String text, String expected) {
    String term = FilterText.term("category", text).orElseThrow();
    assertEquals(expected, term);
    FilterText read = FilterText.of(term, COLUMNS);
    assertEquals(Optional.empty(), read.problem());
    assertTrue(read.filter().keeps(column -> text));
    assertTrue(!read.filter().keeps(column -> text + "x"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"a,b", "say \"it\"", "none", "` a`"})
  void whatTheLanguageCannotSayHasNoTerm(String text) {
    assertEquals(Optional.empty(), FilterText.term("category", text));
  }

  @Test
  void tabOffersNamesAndValues() {
    assertEquals(List.of("status:"), FilterText.completions("measure st", COLUMNS));
    assertEquals(List.of("status:doing", "status:done"), FilterText.completions("status:do", COLUMNS));
    assertEquals("measure status:", FilterText.completed("measure st", "status:"));
    assertTrue(FilterText.completions("", COLUMNS).contains("estimate:"));
    assertEquals(List.of(), FilterText.completions("tag:x", COLUMNS));
  }

  @Test
  void eachPrefixOfAFilterIsReadWithoutAFault() {
    String typed = "-status:open,done prio:A-C #12-20 tag:x category:\"a b\" \"words : #\" - : -\" #- ::";
    for (int end = 0; end <= typed.length(); end++) {
      FilterText.of(typed.substring(0, end), COLUMNS).filter().keeps(ROW::get);
      FilterText.completions(typed.substring(0, end), COLUMNS);
    }
  }
}
