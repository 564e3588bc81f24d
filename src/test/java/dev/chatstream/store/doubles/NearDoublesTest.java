package dev.chatstream.store.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.doubles.DoubleGroup;
import dev.chatstream.core.doubles.DoubleRow;
import dev.chatstream.core.doubles.Likeness;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.convert.Watch;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.ListTexts;
import dev.chatstream.store.list.TaskListStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Doubles of rows in real files: found in one reading, and by an index that grows, and is built anew when it must be.
class NearDoublesTest {

  private static final String PLAN = "Write the release notes and send them to everybody who asked for the new version";

  @TempDir
  Path folder;

  private DataRoot root;
  private TaskListStore lists;
  private NearDoubles near;

  @BeforeEach
  void open() throws StoreException {
    root = DataRoot.open(folder);
    lists = new TaskListStore(root, InstantSource.system());
    near = new NearDoubles(root, FileOps.DISK);
  }

  @Test
  void theSameTextIsFoundWhateverItsDress() throws StoreException {
    list("a", "Pin the version.", "buy milk", "pin  the VERSION", "", "Buy milk!", "buy milk", "");
    try (ListTexts texts = near.texts("a.csv")) {
      Groups groups = ExactDoubles.of(texts, Watch.NONE);
      assertEquals(7, groups.rows());
      assertEquals(3, groups.doubles());
      assertEquals(List.of(List.of(1L, 3L), List.of(2L, 5L, 6L)), indices(groups));
    }
  }

  @Test
  void likeRowsMakeAGroupWithTheirFirst() throws StoreException {
    list("a", PLAN, "something else entirely", PLAN + " soon", PLAN, "a third thing of quite another kind");
    try (ListTexts texts = near.texts("a.csv")) {
      Groups groups = near.groups("a.csv", texts, Watch.NONE);
      List<DoubleGroup> all = new ArrayList<>();
      groups.forEach(all::add);
      assertEquals(List.of(List.of(1L, 3L, 4L)), indices(groups));
      assertEquals(Likeness.DUPLICATE, all.getFirst().likeness());
    }
  }

  @Test
  void theIndexGrowsWithWhatIsAppended() throws StoreException, IOException {
    list("a", noise(300).toArray(String[]::new));
    assertTrue(like(PLAN).isEmpty());
    Object built = Files.readAttributes(index(), "unix:ino").get("ino");
    lists.append("a", List.of(task(PLAN)));
    List<DoubleRow> found = like(PLAN.replace("everybody", "all people"));
    assertEquals(301, found.getFirst().index());
    assertTrue(found.getFirst().part() >= Likeness.SIMILAR_FROM);
    assertEquals(301, like(PLAN).getFirst().index());
    assertEquals(built, Files.readAttributes(index(), "unix:ino").get("ino"), "it was built anew");
    try (ListTexts texts = near.texts("a.csv")) {
      lists.append("a", List.of(task(PLAN.toUpperCase(java.util.Locale.ROOT))));
      assertFalse(texts.end() > Files.size(root.taskLists().resolve("a.csv")));
    }
    try (ListTexts texts = near.texts("a.csv")) {
      assertTrue(indices(near.groups("a.csv", texts, Watch.NONE)).contains(List.of(301L, 302L)));
    }
  }

  @Test
  void aListThatWasChangedElsewhereIsReadAnew() throws StoreException, IOException {
    list("a", PLAN, "another");
    assertEquals(1, like(PLAN).size());
    Path file = root.taskLists().resolve("a.csv");
    Files.writeString(file, Files.readString(file).replace(PLAN, "gone"));
    assertTrue(like(PLAN).isEmpty());
    assertEquals(1, like("GONE!").size());
  }

  @Test
  void aDamagedIndexIsBuiltAnew() throws StoreException, IOException {
    list("a", noise(400).toArray(String[]::new));
    lists.append("a", List.of(task(PLAN)));
    assertEquals(1, like(PLAN).size());
    byte[] good = Files.readAllBytes(index());
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(index(), bad);
      List<DoubleRow> found = like(PLAN);
      assertTrue(found.size() <= 1 && found.stream().allMatch(row -> row.text().equals(PLAN)));
    }
    for (int length = 0; length < good.length; length += 997) {
      Files.write(index(), java.util.Arrays.copyOf(good, length));
      assertEquals(1, like(PLAN).size(), "cut at " + length);
    }
  }

  @Test
  void stoppedItLeavesNothing() throws StoreException, IOException {
    list("a", noise(10).toArray(String[]::new));
    Watch stop = new Watch() {
      @Override
      public void progress(long done, long total) {
        throw new Watch.Cancelled();
      }
    };
    assertThrows(Watch.Cancelled.class, () -> near.like("a.csv", List.of(PLAN), true, stop));
    try (var left = Files.list(root.idx())) {
      assertEquals(List.of(), left.map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("list-")).toList());
    }
  }

  @Test
  void aListWithoutTextsIsRefusedInWords() throws IOException, StoreException {
    Files.writeString(root.taskLists().resolve("b.csv"), "index,what\n1,x\n");
    StoreException refused = assertThrows(StoreException.class, () -> near.texts("b.csv"));
    assertTrue(refused.failure().sentence().contains("no column named content"), refused.failure().sentence());
  }

  private List<DoubleRow> like(String text) throws StoreException {
    return near.like("a.csv", List.of(text), false, Watch.NONE).orElseThrow().getFirst();
  }

  private Path index() {
    return NearDoubles.file(root, "a.csv");
  }

  private void list(String name, String... texts) throws StoreException {
    lists.create(name, java.util.Arrays.stream(texts).map(NearDoublesTest::task).toList());
  }

  private static NewTask task(String text) {
    return new NewTask(Role.USER, text, "", "");
  }

  private static List<String> noise(int count) {
    Random random = new Random(1);
    return IntStream.range(0, count)
        .mapToObj(i -> "task " + i + IntStream.range(0, 12).mapToObj(w -> " w" + random.nextInt(9999))
            .collect(java.util.stream.Collectors.joining()))
        .toList();
  }

  private static List<List<Long>> indices(Groups groups) throws StoreException {
    List<List<Long>> all = new ArrayList<>();
    groups.forEach(group -> all.add(group.rows().stream().map(DoubleRow::index).toList()));
    return all;
  }
}
