package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a list of tasks refuses, and what of a damaged or foreign one is told and shown.
class TaskListRefusalsTest extends TaskListFixture {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index,content\n1,\"torn",
        "index,content\n1,\"x\"\n2",
        "index,content\n1,x\"y\n",
        "index,content\n1,\"x\"y\n",
        "",
        "\n\n",
        "index,content\n1,a\u0000b\n"
      })
  void refusesWhatItCantContinueAndLeavesItAlone(String text) throws Exception {
    Files.writeString(path("a.csv"), text);
    assertInstanceOf(StoreFailure.Unreadable.class, failure(() -> store.append("a", typed("n"))));
    assertEquals(text, Files.readString(path("a.csv")));
    TaskListSummary listed = store.list().getFirst();
    assertFalse(listed.problem().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index,content\n1,x,y\n",
        "index,content\n1,x\r2,y\r",
        "index,index\n1,2\n",
        "number,content\n1,x\n",
        "sep=;\nindex;content\n1;x\n",
        "1. User Query - hello\n2. Assistant Response - hi\n",
      })
  void aListOfAnotherKindIsShownAndLeftAlone(String text) throws Exception {
    Files.writeString(path("a.csv"), text);
    StoreException refused = assertThrows(StoreException.class, () -> store.append("a", typed("n")));
    assertInstanceOf(StoreFailure.NeedsCopy.class, refused.failure());
    assertEquals(text, Files.readString(path("a.csv")));
    TaskListSummary listed = store.list().getFirst();
    assertEquals(refused.getMessage(), listed.problem());
    assertTrue(listed.convertible());
    assertFalse(listed.appendable());
    assertFalse(rows("a").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index,task\n1,a\n",
        "index\n3\n",
        "index,content\n9223372036854775807,a\n",
        "index,content\n1,a\n99999999999999999999999,b\n",
      })
  void refusesRowsThatWouldLoseTheirTextOrTheirNumber(String text) throws Exception {
    Files.writeString(path("a.csv"), text);
    StoreException refused = assertThrows(StoreException.class, () -> store.append("a", typed("n")));
    assertInstanceOf(StoreFailure.NotAppendable.class, refused.failure());
    assertEquals(text, Files.readString(path("a.csv")));
    TaskListSummary listed = store.list().getFirst();
    assertEquals(refused.getMessage(), listed.problem());
    assertFalse(listed.appendable());
    assertFalse(rows("a").isEmpty());
  }

  @Test
  void anIndexNextToTheLargestLeavesRoomForOneRow() throws Exception {
    Files.writeString(path("a.csv"), "index,content\n9223372036854775806,a\n");
    assertInstanceOf(StoreFailure.NotAppendable.class, failure(() -> store.append("a", typed("n", "o"))));
    assertEquals(Long.MAX_VALUE, store.append("a", typed("n")).last());
    assertInstanceOf(StoreFailure.NotAppendable.class, failure(() -> store.append("a", typed("o"))));
    assertFalse(store.list().getFirst().appendable());
  }

  @ParameterizedTest
  @CsvSource({
    "1 1, two rows with the index 1",
    "1 2 3 2 4, two rows with the index 2",
    "5 6 7 1 2 3 6, two rows with the index 6",
    "3 4 5 1 2 3, two rows with the index 3",
    "1 2 -5, a negative index in row 4",
  })
  void aDoubledOrNegativeIndexIsToldAndRowsFollowAllTheSame(String indices, String told) throws Exception {
    Files.writeString(path("a.csv"), "index,content\n" + indices.replace(" ", ",x\n") + ",x\n");
    String problem = "a.csv has " + told + ".";
    assertEquals(problem, store.list().getFirst().problem());
    assertTrue(store.list().getFirst().appendable());
    assertEquals(problem, store.append("a", typed("n")).told());
    assertEquals("", store.append("a", typed("n")).told());
    assertEquals(problem, store.list().getFirst().problem());
  }

  @Test
  void indicesInAnyOrderAreSoundWhenEachIsThereOnce() throws Exception {
    StringBuilder text = new StringBuilder("index,content\n");
    for (int i = 100; i > 0; i--) {
      text.append(3 * i).append(",x\n").append(3 * i + 1).append(",x\n,none\n-,none\n");
    }
    Files.writeString(path("a.csv"), text);
    assertEquals("", store.list().getFirst().problem());
    assertEquals(302, store.append("a", typed("n")).first());
    assertEquals("", store.list().getFirst().problem());
  }

  @Test
  void aLongListOfWhichADoubleIsKnownGoesOnTellingIt() throws Exception {
    Files.writeString(path("a.csv"), "index,content\n1,x\n1," + "y".repeat(2 << 20) + "\n");
    store.append("a", typed("n"));
    assertEquals("a.csv has negative or doubled indices.", store.list().getFirst().problem());
    assertTrue(store.list().getFirst().appendable());
  }

  @Test
  void refusesOtherEncodings() throws Exception {
    for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      byte[] bytes = "index,content\n1,\u00e9\n".getBytes(charset);
      Files.write(path("a.csv"), bytes);
      assertInstanceOf(StoreFailure.NeedsCopy.class, failure(() -> store.append("a", typed("n"))));
      assertEquals(bytes.length, Files.size(path("a.csv")));
      assertEquals("\u00e9", rows("a").getFirst().cell("content"));
    }
  }

  @Test
  void refusesTextThatACsvCantHold() throws Exception {
    store.create("a", List.of());
    byte[] before = Files.readAllBytes(path("a.csv"));
    assertInstanceOf(StoreFailure.BadText.class, failure(() -> store.append("a", typed("ok", "x\u0000"))));
    assertInstanceOf(StoreFailure.BadText.class, failure(() -> store.append("a", typed("\ud83d"))));
    assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(path("a.csv")));
  }

  @Test
  void aDamagedListGivesTheRowsBeforeTheDamage() throws Exception {
    Files.writeString(path("a.csv"), "index,content\n1,x\n2,y\n3,\"torn");
    try (TaskRows rows = store.read("a")) {
      assertEquals("x", rows.next().cell("content"));
      assertEquals("y", rows.next().cell("content"));
      assertFalse(rows.hasNext());
      assertTrue(rows.problem().contains("row 4"), rows.problem());
    }
  }

  @Test
  void listsAreSortedAndOneBadOneHidesNothing() throws Exception {
    store.create("beta", typed("x", "y"));
    store.create("alpha", typed("x"));
    Files.writeString(path("Aaa.csv"), "nothing");
    Files.createSymbolicLink(path("zlink.csv"), path("beta.csv"));
    List<TaskListSummary> lists = store.list();
    assertEquals(List.of("Aaa.csv", "alpha.csv", "beta.csv", "zlink.csv"),
        lists.stream().map(TaskListSummary::file).toList());
    assertEquals(List.of(-1L, 1L, 2L, -1L), lists.stream().map(TaskListSummary::lastIndex).toList());
    assertEquals(List.of(false, true, true, false), lists.stream().map(l -> l.problem().isEmpty()).toList());
    assertInstanceOf(StoreFailure.Unreadable.class, failure(() -> store.append("zlink", typed("n"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "/etc/passwd", "..", "", "nothing", "con"})
  void noNameLeadsOutOfTheFolder(String name) throws IOException {
    Files.writeString(folder.resolve("a.csv"), "index\n1\n");
    assertInstanceOf(StoreFailure.Missing.class, failure(() -> store.append(name, typed("n"))));
  }
}
