package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.CategoryCounts;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellRewriteTest {

  private static final Instant LATER = Instant.parse("2026-11-23T15:00:00Z");

  @TempDir
  private Path home;

  private TaskListStore lists;
  private CellWriter cells;

  @BeforeEach
  void lists() throws Exception {
    DataRoot root = DataRoot.open(home);
    lists = new TaskListStore(root, InstantSource.fixed(LATER.minusSeconds(60)));
    cells = new CellRewrite(root, InstantSource.fixed(LATER), FileOps.DISK);
    lists.create("plan", List.of(task("a \"quoted\", b"), task("two\nlines"), task("c")));
  }

  private static NewTask task(String text) {
    return new NewTask(Role.USER, text, "", "");
  }

  private List<TaskRow> rows(String list) throws StoreException {
    List<TaskRow> all = new ArrayList<>();
    try (TaskRows rows = lists.read(list)) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }

  @Test
  void onlyTheCellsThatWereAskedForChange() throws Exception {
    List<TaskRow> before = rows("plan.csv");
    String second = before.get(1).cell("id");
    assertEquals(Map.of(second, ""), cells.write("plan.csv", "category", Map.of(second, "bug, \"odd\"", "none", "x")));
    List<TaskRow> after = rows("plan.csv");
    assertEquals(before.get(0), after.get(0));
    assertEquals(before.get(2), after.get(2));
    assertEquals("two\nlines", after.get(1).cell("content"));
    assertEquals("bug, \"odd\"", after.get(1).cell("category"));
    assertEquals(LATER.toString(), after.get(1).cell("updated"));
    assertEquals(4, lists.append("plan.csv", List.of(task("d"))).last());
  }

  @Test
  void theSameAgainWritesNothing() throws Exception {
    String id = rows("plan.csv").getFirst().cell("id");
    cells.write("plan.csv", "category", Map.of(id, "bug"));
    String once = Files.readString(home.resolve("task_lists/plan.csv"));
    assertEquals(Map.of(), cells.write("plan.csv", "category", Map.of(id, "bug")));
    assertEquals(once, Files.readString(home.resolve("task_lists/plan.csv")));
  }

  /// Semicolons, CR LF, a byte order mark and cells without quotes stay what they are.
  @Test
  void aListOfAnotherProgramKeepsHowItIsWritten() throws Exception {
    String text = "\uFEFFindex;id;content;category\r\n1;x;one;\r\n2;y;\"t;wo\";old\r\n3;z;three;";
    Files.writeString(home.resolve("task_lists/other.csv"), text);
    cells.write("other.csv", "category", Map.of("x", "bug", "y", "a;b", "z", "end"));
    assertEquals("\uFEFFindex;id;content;category\r\n1;x;one;bug\r\n2;y;\"t;wo\";\"a;b\"\r\n3;z;three;end",
        Files.readString(home.resolve("task_lists/other.csv")));
  }

  @Test
  void aListWithoutTheColumnOrWithDamageIsLeftAsItIs() throws Exception {
    Files.writeString(home.resolve("task_lists/bare.csv"), "index,id,content\n1,x,one\n");
    assertThrows(StoreException.class, () -> cells.write("bare.csv", "category", Map.of("x", "bug")));
    Files.writeString(home.resolve("task_lists/bad.csv"), "index,id,content,category\n1,x,one,\n2,y,\"two,\n");
    assertThrows(StoreException.class, () -> cells.write("bad.csv", "category", Map.of("x", "bug")));
    assertEquals("index,id,content,category\n1,x,one,\n2,y,\"two,\n",
        Files.readString(home.resolve("task_lists/bad.csv")));
  }

  @Test
  void categoriesAreCountedTheLargestFirstAndNoneLast() throws Exception {
    String id = rows("plan.csv").getFirst().cell("id");
    cells.write("plan.csv", "category", Map.of(id, "bug"));
    CategoryCounts counts = CategoryCount.of(lists, "plan.csv", List.of("idea"), List.of());
    assertEquals(
        List.of(new CategoryCounts.Count("bug", 1, 1), new CategoryCounts.Count("idea", 0, 0),
            new CategoryCounts.Count("", 2, 2)),
        counts.counts());
    assertEquals("", counts.refusal());
  }
}
