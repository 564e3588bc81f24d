package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Taking the last append to a list back, in the same run and in a later one.
class TaskUndoTest {

  @TempDir
  private Path home;

  private DirectStore store;
  private TaskListStore lists;

  @BeforeEach
  void start() throws Exception {
    lists = new TaskListStore(DataRoot.open(home), InstantSource.system());
    restart();
  }

  private Event.Remembered restart() throws Exception {
    store = new DirectStore(DataRoot.open(home), InstantSource.system());
    return assertInstanceOf(Event.Remembered.class, store.run(new StoreCommand.Remember()));
  }

  private static List<NewTask> tasks(String... texts) {
    return Arrays.stream(texts).map(text -> new NewTask(Role.USER, text, "c/" + text, "")).toList();
  }

  private Event append(boolean create, String... texts) {
    return store.run(new StoreCommand.AppendTasks(create ? "plan" : "plan.csv", create, tasks(texts)));
  }

  private Event undo() {
    return store.run(new StoreCommand.UndoAppend());
  }

  private List<String> contents() throws Exception {
    List<String> all = new ArrayList<>();
    try (TaskRows rows = lists.read("plan.csv")) {
      rows.forEachRemaining(row -> all.add(row.index() + " " + row.cell("content")));
    }
    return all;
  }

  private Path file() {
    return home.resolve("task_lists/plan.csv");
  }

  @Test
  void anAppendIsTakenBackAfterARestart() throws Exception {
    append(true, "a");
    String before = Files.readString(file());
    append(false, "b", "c");
    assertEquals("plan.csv", restart().undoable());
    assertEquals(new TalkEvent.TasksTakenBack("plan.csv", 2, 0, false), undo());
    assertEquals(before, Files.readString(file()));
    assertEquals("", restart().undoable());
    assertInstanceOf(Event.StoreRefused.class, undo());
  }

  @Test
  void whatOthersAddedAfterItStays() throws Exception {
    append(true, "a");
    append(false, "b", "c");
    lists.append("plan.csv", tasks("theirs"));
    restart();
    assertEquals(new TalkEvent.TasksTakenBack("plan.csv", 2, 0, false), undo());
    assertEquals(List.of("1 a", "4 theirs"), contents());
    lists.append("plan.csv", tasks("later"));
    assertEquals(List.of("1 a", "4 theirs", "5 later"), contents());
  }

  @Test
  void aRowThatWasChangedStays() throws Exception {
    append(true, "a");
    append(false, "b", "c");
    String text = Files.readString(file());
    Files.writeString(file(), text.replace("\"b\"", "\"b, and more\""));
    restart();
    assertEquals(new TalkEvent.TasksTakenBack("plan.csv", 1, 1, false), undo());
    assertEquals(List.of("1 a", "2 b, and more"), contents());
  }

  @Test
  void rowsThatWereAllChangedAreLeftAndThatIsSaid() throws Exception {
    append(true, "a");
    append(false, "b");
    Files.writeString(file(), Files.readString(file()).replace("\"b\"", "\"B\""));
    String changed = Files.readString(file());
    assertInstanceOf(Event.StoreRefused.class, undo());
    assertEquals(changed, Files.readString(file()));
    assertEquals("", restart().undoable());
  }

  @Test
  void aListThatWasMadeByItGoesToTheTrash() throws Exception {
    append(true, "a", "b");
    restart();
    assertEquals(new TalkEvent.TasksTakenBack("plan.csv", 2, 0, true), undo());
    assertFalse(Files.exists(file()));
  }

  @Test
  void aListThatOthersAddedToStays() throws Exception {
    append(true, "a", "b");
    lists.append("plan.csv", tasks("theirs"));
    assertEquals(new TalkEvent.TasksTakenBack("plan.csv", 2, 0, false), undo());
    assertEquals(List.of("3 theirs"), contents());
  }

  /// What was done last is what one key takes back; the append before it is no longer the last thing.
  @Test
  void somethingElseThatCanBeUndoneTakesItsPlace() throws Exception {
    append(true, "a");
    store.run(new StoreCommand.AppendTasks("other", true, tasks("x")));
    store.run(new StoreCommand.DeleteList("other.csv"));
    assertEquals("", restart().undoable());
  }

  @Test
  void aRecordThatIsDamagedIsNone() throws Exception {
    append(true, "a");
    Path record = home.resolve(".store/last-append.jsonl");
    byte[] bytes = Files.readAllBytes(record);
    for (int cut = 0; cut < bytes.length; cut += 7) {
      Files.write(record, Arrays.copyOf(bytes, cut));
      assertEquals("", restart().undoable(), "cut at " + cut);
    }
    Files.write(record, "{\"list\":\"../x.csv\"}".getBytes(StandardCharsets.UTF_8));
    assertEquals("", restart().undoable());
    assertTrue(Files.exists(file()));
  }

  @Test
  void rowsOfTheSameMessageAreAllAddedWhenTheyWereChosen() throws Exception {
    NewTask one = new NewTask(Role.ASSISTANT, "one", "c/m", "m");
    NewTask two = new NewTask(Role.ASSISTANT, "two", "c/m", "m");
    store.run(new StoreCommand.AppendTasks("plan", true, List.of(one, two)));
    store.run(new StoreCommand.AppendTasks("plan.csv", false, List.of(two, two)));
    assertEquals(List.of("1 one", "2 two", "3 two", "4 two"), contents());
  }
}
