package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskListStoreTest {

  @TempDir
  Path folder;

  private DataRoot root;
  private TaskListStore store;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    store = new TaskListStore(root, InstantSource.fixed(Instant.parse("2026-11-23T10:15:30.123Z")));
  }

  private static List<NewTask> typed(String... texts) {
    List<NewTask> tasks = new ArrayList<>();
    for (String text : texts) {
      tasks.add(new NewTask(Role.USER, text, "", ""));
    }
    return tasks;
  }

  private static NewTask from(String source) {
    return new NewTask(Role.ASSISTANT, "text of " + source, source, "m");
  }

  private Path path(String file) {
    return root.taskLists().resolve(file);
  }

  private List<String> contents(String name) throws StoreException {
    return rows(name).stream().map(row -> row.cell("content")).toList();
  }

  private List<TaskRow> rows(String name) throws StoreException {
    List<TaskRow> all = new ArrayList<>();
    try (TaskRows rows = store.read(name)) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }

  private List<Long> indices(String name) throws StoreException {
    return rows(name).stream().map(TaskRow::index).toList();
  }

  private static StoreFailure failure(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(StoreException.class, call).failure();
  }

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

  @Test
  void theLastAppendIsUndone() throws Exception {
    store.create("a", typed("x"));
    byte[] before = Files.readAllBytes(path("a.csv"));
    ListAppend more = store.append("a", List.of(from("c/1"), from("c/2")));
    store.undo(more.undo().orElseThrow());
    assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(path("a.csv")));
    assertInstanceOf(StoreFailure.NotUndoable.class, failure(() -> store.undo(more.undo().orElseThrow())));
    assertEquals(2, store.append("a", List.of(from("c/1"))).first());
  }

  @Test
  void anAppendIsNotUndoneWhenSomethingFollowedOrChanged() throws Exception {
    ListAppend made = store.create("a", typed("x"));
    AppendUndo undo = made.undo().orElseThrow();
    String good = Files.readString(path("a.csv"));
    Files.writeString(path("a.csv"), good.replace("\"x\"", "\"y\""));
    assertInstanceOf(StoreFailure.NotUndoable.class, failure(() -> store.undo(undo)));
    Files.writeString(path("a.csv"), good + "\n");
    assertInstanceOf(StoreFailure.NotUndoable.class, failure(() -> store.undo(undo)));
    Files.writeString(path("a.csv"), good);
    store.undo(undo);
    assertEquals(List.of(), rows("a"));
  }

  @Test
  void othersRowsAndEditsSurviveOurAppendAndItsUndo() throws Exception {
    store.create("a", typed("x"));
    AppendUndo ours = store.append("a", typed("ours")).undo().orElseThrow();
    // An editor changes a row before ours, to one that is as long.
    Files.writeString(path("a.csv"), Files.readString(path("a.csv")).replaceFirst("\"x\"", "\"y\""));
    store.undo(ours);
    assertEquals(List.of("y"), contents("a"));
    AppendUndo again = store.append("a", typed("ours")).undo().orElseThrow();
    // Another window appends after ours, and an editor adds a row with a far index.
    new TaskListStore(root, InstantSource.system()).append("a", typed("theirs"));
    Files.writeString(path("a.csv"), Files.readString(path("a.csv")) + Files.readString(path("a.csv")).lines()
        .reduce((first, last) -> last).orElseThrow().replaceFirst("\"3\"", "\"70\"") + "\n");
    assertInstanceOf(StoreFailure.NotUndoable.class, failure(() -> store.undo(again)));
    assertEquals(List.of("y", "ours", "theirs", "theirs"), contents("a"));
    assertEquals(71, store.append("a", typed("n")).first());
  }

  @Test
  void undoingGivesBackAMissingLineEnd() throws Exception {
    Files.writeString(path("a.csv"), "index,content\n1,x");
    store.undo(store.append("a", typed("n")).undo().orElseThrow());
    assertEquals("index,content\n1,x", Files.readString(path("a.csv")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "/etc/passwd", "..", "", "nothing", "con"})
  void noNameLeadsOutOfTheFolder(String name) throws IOException {
    Files.writeString(folder.resolve("a.csv"), "index\n1\n");
    assertInstanceOf(StoreFailure.Missing.class, failure(() -> store.append(name, typed("n"))));
  }
}
