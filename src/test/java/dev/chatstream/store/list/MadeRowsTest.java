package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.MadeRow;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a message to its rows, wherever they are by now.
class MadeRowsTest {

  private static final UUID CHAT = new UUID(1, 1);
  private static final UUID MESSAGE = new UUID(1, 2);
  private static final UUID OTHER = new UUID(1, 3);

  @TempDir
  private Path home;

  private TaskListStore lists;
  private MadeRows made;

  @BeforeEach
  void lists() throws Exception {
    DataRoot root = DataRoot.open(home);
    lists = new TaskListStore(root, InstantSource.system());
    made = new MadeRows(root);
    lists.create("release", List.of(of(OTHER, "a"), of(MESSAGE, "b"), of(MESSAGE, "c")));
    lists.create("ideas", List.of(of(MESSAGE, "d"), new NewTask(Role.USER, MESSAGE + " typed", "", "")));
  }

  private static NewTask of(UUID message, String text) {
    return new NewTask(Role.ASSISTANT, text, NewTask.source(CHAT, message), "m");
  }

  private List<String> rows() throws Exception {
    return made.of(MESSAGE, () -> true).stream().map(row -> row.file() + " " + row.index() + " " + row.text()).toList();
  }

  @Test
  void allRowsOfAMessageAreFoundInAllLists() throws Exception {
    assertEquals(List.of("ideas.csv 1 d", "release.csv 2 b", "release.csv 3 c"), rows());
    assertEquals("todo", made.of(MESSAGE, () -> true).getFirst().status());
  }

  @Test
  void renamedListsMovedEditedAndRenumberedRowsAreFoundAsWell() throws Exception {
    Path file = home.resolve("task_lists/release.csv");
    List<String> lines = Files.readAllLines(file);
    Files.write(home.resolve("task_lists/later.csv"),
        List.of(lines.get(0), lines.get(3), lines.get(1), lines.get(2).replace("\"b\"", "\"b, edited\"")));
    Files.delete(file);
    ListRenumber.apply(FileOps.DISK, home.resolve("task_lists/later.csv"), home.resolve("none"));
    assertEquals(List.of("ideas.csv 1 d", "later.csv 1 c", "later.csv 3 b, edited"), rows());
  }

  /// A chat that was appended to another one keeps the ids of its messages.
  @Test
  void theChatInTheSourceDoesNotMatter() throws Exception {
    lists.append("ideas.csv", List.of(new NewTask(Role.USER, "e", NewTask.source(new UUID(9, 9), MESSAGE), "")));
    assertEquals(List.of("ideas.csv 1 d", "ideas.csv 3 e", "release.csv 2 b", "release.csv 3 c"), rows());
  }

  @Test
  void aListThatCanNotBeReadHidesNoOther() throws Exception {
    Files.writeString(home.resolve("task_lists/bad.csv"), "index,content\n\"" + MESSAGE);
    assertEquals(3, rows().size());
    assertEquals(List.of(), made.of(MESSAGE, () -> false).stream().map(MadeRow::file).toList());
  }
}
