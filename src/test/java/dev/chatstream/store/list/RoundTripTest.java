package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.file.DataRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random rows through the file and back, with a fixed seed.
class RoundTripTest {

  private static final String[] PIECES = {
    " ", "\t", "\n", "\r\n", "\r", "\"", "\"\"", ",", ";", "|", "'", "\\", "#", "=", "-", "a", "Z", "0", "é",
    "e\u0301", "計", "🎉", "\uFEFF", "\u0001", "\u001b[0m", "\u2028", "\u00a0", "\u200f", "null", "index"
  };

  @TempDir
  Path folder;

  private static List<NewTask> random(int count) {
    Random random = new Random(20261123);
    List<NewTask> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int pieces = i % 1000 == 0 ? 5000 : random.nextInt(12);
      for (int p = 0; p < pieces; p++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      tasks.add(new NewTask(Role.USER, text.toString(), "", ""));
    }
    return tasks;
  }

  private static void sameAfterwards(TaskListStore store, List<NewTask> tasks) throws Exception {
    int lost = 0;
    int row = 0;
    try (TaskRows rows = store.read("a")) {
      while (rows.hasNext()) {
        var read = rows.next();
        assertEquals(row + 1, read.index());
        lost += read.cell("content").equals(tasks.get(row).content()) ? 0 : 1;
        row++;
      }
      assertEquals("", rows.problem());
    }
    assertEquals(tasks.size(), row);
    assertEquals(0, lost);
  }

  @Test
  void noneOf20000RowsOfOurListsIsLost() throws Exception {
    TaskListStore store = new TaskListStore(DataRoot.open(folder), InstantSource.system());
    List<NewTask> tasks = random(20_000);
    store.create("a", tasks);
    sameAfterwards(store, tasks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index,content\n", "index;content\n", "index\tcontent\n", "index|content\n", "content,index\n",
        "\"index\",\"content\"\n",
        "index,content\r\n", "\uFEFF\"index\";\"content\"\r\n", "content;index\r\n"
      })
  void noneOf5000RowsOfOtherDialectsIsLost(String header) throws Exception {
    DataRoot root = DataRoot.open(folder);
    TaskListStore store = new TaskListStore(root, InstantSource.system());
    Files.writeString(root.taskLists().resolve("a.csv"), header);
    List<NewTask> tasks = random(5_000);
    store.append("a", tasks);
    sameAfterwards(store, tasks);
    assertFalse(Files.readString(root.taskLists().resolve("a.csv")).isEmpty());
  }
}
