package dev.chatstream.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.chatstream.care.renumber.RenumberPlan;
import dev.chatstream.care.renumber.RenumberReport;
import dev.chatstream.care.renumber.Renumbering;
import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FaultyOps;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// New indices: nothing but the index cells changes.
class RenumberingTest {

  @TempDir
  private Path folder;

  private TestLibrary library;
  private Renumbering renumbering;

  @BeforeEach
  void open() throws StoreException {
    library = new TestLibrary(folder);
    renumbering = new Renumbering(library.care());
  }

  private Path list(String text) throws Exception {
    Path path = library.path("task_lists/l.csv");
    Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    return path;
  }

  private RenumberReport apply() throws Exception {
    return renumbering.apply(renumbering.plan("l", JobListener.NONE), JobListener.NONE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "index,content\\n7,a\\n7,b\\n9,c\\n | index,content\\n1,a\\n2,b\\n3,c\\n",
    "\"index\",\"content\"\\n\"5\",\"a \"\"5\"\",\\n5\"\\n\"2\",\"b\"\\n"
        + " | \"index\",\"content\"\\n\"1\",\"a \"\"5\"\",\\n5\"\\n\"2\",\"b\"\\n",
    "content;index\\r\\na;4\\r\\nb;\"x\"\\r\\n | content;index\\r\\na;1\\r\\nb;\"2\"\\r\\n",
    "content,index\\na,4\\n\\nb,8 | content,index\\na,1\\n\\nb,2",
    "\uFEFF\\nindex\\tcontent\\n\\ta\\n3\\tb\\n | \uFEFF\\nindex\\tcontent\\n1\\ta\\n2\\tb\\n",
    "index,content\\nä€,a\\n | index,content\\n1,a\\n"
  })
  void onlyTheIndexCellsChange(String before, String after) throws Exception {
    Path path = list(lines(before));
    apply();
    assertEquals(lines(after), Files.readString(path));
    assertEquals(0, renumbering.plan("l", JobListener.NONE).preview().changed());
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
  }

  @Test
  void theOriginalIsInTheTrashAndAnAppendGoesOn() throws Exception {
    library.rows("l", 3);
    Path path = library.path("task_lists/l.csv");
    Files.writeString(path, Files.readString(path).replace("\"2\",\"", "\"20\",\""));
    String before = Files.readString(path);
    RenumberPlan plan = renumbering.plan("l", JobListener.NONE);
    assertEquals(1, plan.preview().changed());
    assertEquals("20", plan.preview().first().getFirst().before());
    assertEquals(before, Files.readString(path));
    RenumberReport report = renumbering.apply(plan, JobListener.NONE);
    library.rows("l", 1);
    assertEquals(4, library.lists().list().getFirst().lastIndex());
    Path kept = library.path(".store/trash/" + report.original().orElseThrow().id() + "/l.csv");
    assertEquals(before, Files.readString(kept));
    assertEquals("task_lists/l-2.csv", new Trash(library.care()).restore(report.original().get().id()).relative());
  }

  @Test
  void aListThatChangedSinceThePreviewIsLeft() throws Exception {
    Path path = list("index,content\n7,a\n");
    RenumberPlan plan = renumbering.plan("l", JobListener.NONE);
    Files.writeString(path, "index,content\n7,a\n8,b\n");
    assertThrows(StoreException.class, () -> renumbering.apply(plan, JobListener.NONE));
    assertEquals("index,content\n7,a\n8,b\n", Files.readString(path));
  }

  @Test
  void aDamagedListIsRefused() throws Exception {
    list("index,content\n7,\"a\n");
    assertThrows(StoreException.class, this::apply);
  }

  @Test
  void aDiskThatFailsAtAnyStepLeavesTheOneOrTheOther() throws Exception {
    String before = "index,content\n7,a\n";
    for (int step = 0; step < 20; step++) {
      Path path = list(before);
      RenumberPlan plan = renumbering.plan("l", JobListener.NONE);
      try {
        new Renumbering(library.care(new FaultyOps().failAt(step))).apply(plan, JobListener.NONE);
      } catch (StoreException told) {
        String after = Files.readString(path);
        assertEquals(after.equals(before) ? before : "index,content\n1,a\n", after);
      }
    }
  }
}
