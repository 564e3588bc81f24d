package dev.chatstream.store.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalListTest {

  private static final Encoding UTF8 = new Encoding(StandardCharsets.UTF_8, 0, true);

  private static List<ForeignRow> read(String text) throws IOException {
    assertTrue(OriginalList.matches(text));
    ForeignRows rows = OriginalList.rows(text, UTF8);
    List<ForeignRow> all = new ArrayList<>();
    for (ForeignRow row = rows.next(); row != null; row = rows.next()) {
      all.add(row);
    }
    return all;
  }

  private static List<String> contents(List<ForeignRow> rows) {
    return rows.stream().map(row -> row.cell("content")).toList();
  }

  @Test
  void readsQuestionsAndAnswersOverManyLines() throws IOException {
    List<ForeignRow> rows = read("""
        1. User Query - What is
        a list?

        Tell me.
        2. Assistant Response - 1. One thing
        2. Another

        3. User Query - And then?
        4. Assistant Response - Nothing.
        """);
    assertEquals(
        List.of("What is\na list?\n\nTell me.", "1. One thing\n2. Another", "And then?", "Nothing."), contents(rows));
    assertEquals(List.of("user", "assistant", "user", "assistant"),
        rows.stream().map(row -> row.cell("role")).toList());
    assertEquals(List.of(1L, 5L, 8L, 9L), rows.stream().map(ForeignRow::line).toList());
    assertTrue(rows.stream().allMatch(row -> row.doubt().isEmpty()));
  }

  @Test
  void lineEndsOfWindowsAreLineEnds() throws IOException {
    List<ForeignRow> rows = read("1. User Query - a\r\nb\r\n\r\n2. User Query - c\r\n");
    assertEquals(List.of("a\nb", "c"), contents(rows));
  }

  @Test
  void aPieceOfAnotherListInATextIsText() throws IOException {
    List<ForeignRow> rows = read("""
        1. User Query - Look at this list:
        1. User Query - old one
        2. Assistant Response - old two
        3. User Query - old three
        2. Assistant Response - I see.

        3. User Query - Good.
        """);
    assertEquals("Look at this list:\n1. User Query - old one\n2. Assistant Response - old two\n"
        + "3. User Query - old three", rows.getFirst().cell("content"));
    assertEquals(List.of("I see.", "Good."), contents(rows.subList(1, 3)));
    assertTrue(rows.stream().noneMatch(row -> row.doubt().isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. User Query - a\n3. Assistant Response - b\n",
        "1. User Query - a\n2. User Query - b\n",
        "1. User Query - a\n2. Assistant Response - b\n1. User Query - c\n",
        "1. User Query - a\n7. User Query - x\n2. Assistant Response - b\n",
        "1. User Query - a\n\n2. Assistant Response - b\n",
        "1. User Query - a\uFFFD\n",
      })
  void whatMayBeOtherwiseIsDoubtful(String text) throws IOException {
    assertFalse(read(text).stream().allMatch(row -> row.doubt().isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1. User Query", "index,content\n", "1. Something - x", "User Query - x"})
  void otherTextsAreNoSuchLists(String text) {
    assertFalse(OriginalList.matches(text));
  }

  /// `-Dcases=20000` for more. The figures of 20,000 stand in docs/formats.md.
  @Test
  void hardListsAreReadBetterThanByTheNextNumberAndNotSilentlyWrong() throws IOException {
    int cases = Integer.getInteger("cases", 2_000);
    int byNumber = 0;
    int wrong = 0;
    int silent = 0;
    int doubted = 0;
    for (int seed = 0; seed < cases; seed++) {
      HardLists list = new HardLists(seed);
      String text = list.make();
      List<String> written = list.rows().stream().map(HardLists.Written::content).toList();
      List<ForeignRow> rows = read(text);
      byNumber += written.equals(byNextNumber(text)) ? 0 : 1;
      boolean misread = !written.equals(contents(rows));
      boolean certain = rows.stream().allMatch(row -> row.doubt().isEmpty());
      wrong += misread ? 1 : 0;
      silent += misread && certain ? 1 : 0;
      doubted += !misread && !certain ? 1 : 0;
    }
    System.err.printf("%d hard lists: misread by the next number %d, by us %d, of which silently %d; doubted rightly "
        + "read %d%n", cases, byNumber, wrong, silent, doubted);
    assertTrue(wrong * 2 < byNumber, wrong + " of " + byNumber);
    assertTrue(silent * 50 < cases, silent + " silent");
  }

  /// The rule to compare with: a known type and the next number begin a row.
  private static List<String> byNextNumber(String text) {
    List<String> contents = new ArrayList<>();
    List<Marker> taken = new ArrayList<>();
    for (Marker marker : Marker.of(text)) {
      if (taken.isEmpty() || marker.index() == taken.getLast().index() + 1) {
        taken.add(marker);
      }
    }
    for (int i = 0; i < taken.size(); i++) {
      boolean last = i + 1 == taken.size();
      String content = text.substring(taken.get(i).content(), last ? text.length() : taken.get(i + 1).begin());
      boolean blank = !last && taken.get(i + 1).afterBlank();
      contents.add(content.substring(0, Math.max(0, content.length() - (blank ? 2 : 1))));
    }
    return contents;
  }
}
