package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.chatstream.core.failure.StoreFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The last append is taken back, and nothing else.
class TaskListUndoTest extends TaskListFixture {

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
}
