package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of tasks: made, appended to, read, indexed.
class TaskListStoreTest extends TaskListFixture {

  @Test
  void createsAppendsAndReads() throws Exception {
    ListAppend made = store.create("Release list", typed("one", "two\nlines, \"quoted\""));
    assertEquals("release-list.csv", made.file());
    assertEquals(List.of(1L, 2L), List.of(made.first(), made.last()));
    ListAppend more = store.append("Release list", typed("three"));
    assertEquals(List.of(3L, 3L), List.of(more.first(), more.last()));
    String text = Files.readString(path("release-list.csv"));
    assertTrue(text.startsWith(
        "\"index\",\"id\",\"created\",\"updated\",\"role\",\"content\",\"status\",\"priority\",\"tags\",\"category\","
            + "\"due\",\"source\",\"model\",\"result\"\n\"1\",\""));
    assertTrue(text.endsWith("\"user\",\"three\",\"todo\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n"));
    assertEquals(List.of("one", "two\nlines, \"quoted\"", "three"),
        rows("release-list").stream().map(row -> row.cell("content")).toList());
    assertEquals(List.of(1L, 2L, 3L), indices("release-list"));
  }

  @Test
  void anEmptyListGoesOnAtOne() throws Exception {
    assertEquals(0, store.create("a", List.of()).added());
    assertEquals(0, store.list().getFirst().lastIndex());
    assertEquals(1, store.append("a", typed("x")).first());
  }

  @Test
  void aTakenNameGetsANumber() throws Exception {
    store.create("a", typed("first"));
    assertEquals("a-2.csv", store.create("A", typed("second")).file());
    assertEquals("first", rows("a").getFirst().cell("content"));
  }

  @Test
  void goesOnAfterTheLargestIndexNotTheLast() throws Exception {
    Files.writeString(path("a.csv"), "index,content\n7,x\n300,y\n2,z\nabc,w\n");
    assertEquals(301, store.append("a", typed("n")).first());
    assertEquals(302, store.append("a", typed("n")).first());
  }

  /// As when somebody adds lines by hand to a list that a spreadsheet has written.
  @ParameterizedTest
  @ValueSource(strings = {
    "index,content\r\n1,x\n2,y\r\n3,z\n", "index,content\n1,x\r\n2,\"y\"\r\n3,z\n",
    "index,content\r\n\"1\",x\n2,\"y\"\n3,z"})
  void rowsStayApartWhateverTheirLinesEndIn(String list) throws Exception {
    Files.writeString(path("a.csv"), list);
    assertEquals(List.of("x", "y", "z"), rows("a").stream().map(row -> row.cell("content")).toList());
    assertEquals(4, store.append("a", typed("n")).first());
    assertEquals(List.of(1L, 2L, 3L, 4L), indices("a"));
  }

  @Test
  void leavesOutRowsWhoseSourceIsThere() throws Exception {
    store.create("a", List.of(from("c/1"), from("c/2")));
    ListAppend scanned = store.append("a", List.of(from("c/2"), from("c/3"), from("c/3")));
    assertEquals(List.of(1, 2), List.of(scanned.added(), scanned.leftOut()));
    ListAppend indexed = store.append("a", List.of(from("c/1"), from("c/3"), from("c/4")));
    assertEquals(List.of(1, 2), List.of(indexed.added(), indexed.leftOut()));
    ListAppend nothing = store.append("a", List.of(from("c/4")));
    assertEquals(List.of(0L, 0L), List.of(nothing.first(), nothing.last()));
    assertTrue(nothing.undo().isEmpty());
    assertEquals(List.of(1L, 2L, 3L, 4L), indices("a"));
  }

  @Test
  void knowsItsSourcesAlsoWhenTheIndexOutgrowsItsFile() throws Exception {
    store.create("a", List.of());
    for (int i = 0; i < 300; i++) {
      assertEquals(i + 1, store.append("a", List.of(from("c/" + i))).first());
    }
    for (int i = 0; i < 300; i++) {
      assertEquals(1, store.append("a", List.of(from("c/" + i))).leftOut());
    }
    assertEquals(300, indices("a").size());
  }

  @Test
  void anEditElsewhereIsSeenBeforeTheNextAppend() throws Exception {
    store.create("a", typed("x"));
    store.append("a", typed("y"));
    String edited = Files.readString(path("a.csv")).replace("\"2\",\"", "\"9\",\"");
    Files.writeString(path("a.csv"), edited);
    assertEquals(10, store.append("a", typed("z")).first());
  }

  @Test
  void aWrongIndexFileIsMadeAnew() throws Exception {
    store.create("a", List.of(from("c/1")));
    store.append("a", List.of(from("c/2")));
    Path idx;
    try (var files = Files.list(root.idx())) {
      idx = files.findFirst().orElseThrow();
    }
    byte[] good = Files.readAllBytes(idx);
    for (int length : new int[] {0, 10, 64, good.length - 1, good.length + 16}) {
      Files.write(idx, Arrays.copyOf(good, length));
      assertEquals(1, store.append("a", List.of(from("c/2"))).leftOut());
    }
    good[33] ^= 1;
    Files.write(idx, good);
    assertEquals(3, store.append("a", typed("x")).first());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "index,content\\n1,x # index,content\\n1,x\\n2,n\\n",
        "index,content\\n # index,content\\n1,n\\n",
        "index,content # index,content\\n1,n\\n",
        "index;content\\r\\n1;x\\r\\n # index;content\\r\\n1;x\\r\\n2;n\\r\\n",
        "BOMindex;content\\r\\n1;x # BOMindex;content\\r\\n1;x\\r\\n2;n\\r\\n",
        "\"Index\"\\t\"Content\"\\n\"4\"\\t\"x\"\\n # \"Index\"\\t\"Content\"\\n\"4\"\\t\"x\"\\n\"5\"\\t\"n\"\\n",
        "content,mine,index\\nx,y,7\\n # content,mine,index\\nx,y,7\\nn,,8\\n",
        "index,content\\n\"1\",\"x\"\\n # index,content\\n\"1\",\"x\"\\n\"2\",\"n\"\\n",
        "index|Content|status\\n1||done\\n # index|Content|status\\n1||done\\n2|n|todo\\n",
      })
  void keepsTheFilesOwnWay(String before, String after) throws Exception {
    Files.writeString(path("a.csv"), plain(before));
    store.append("a", typed("n"));
    assertEquals(plain(after), Files.readString(path("a.csv")));
  }

  private static String plain(String escaped) {
    return escaped.strip().translateEscapes().replace("BOM", "\uFEFF");
  }

  @Test
  void theEndOfALongListIsReadBackwards() throws Exception {
    StringBuilder text = new StringBuilder("index,content\n");
    for (int i = 1; i <= 30_000; i++) {
      text.append(i).append(",\"line, one\n99999,two of row ").append(i).append("\"\n");
    }
    Files.writeString(path("a.csv"), text);
    assertEquals(30_000, store.list().getFirst().lastIndex());
    Files.writeString(path("a.csv"), text + "30001\n");
    assertFalse(store.list().getFirst().problem().isEmpty());
  }
}
