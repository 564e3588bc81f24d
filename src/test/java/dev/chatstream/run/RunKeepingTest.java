package dev.chatstream.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.run.RunStats;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.list.TaskRows;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.testing.Scenarios;
import dev.chatstream.ui.export.RunDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the results of a run go.
class RunKeepingTest {

  @TempDir
  private Path home;
  @TempDir
  private Path elsewhere;

  private RunFixture world;
  private RunFolder run;

  @BeforeEach
  void runAList() throws Exception {
    world = new RunFixture(home);
    world.list("one", "two, \"2\"", "three");
    world.server.script("mine", (request, reply) -> {
      if (request.text().contains("three")) {
        reply.error(400, "<b>no</b> | pipe");
      } else {
        Scenarios.answer("to ", "it\n\"x\"").answer(request, reply);
      }
    });
    run = world.make(world.plan(1, "mine"));
    world.runner(run).run("test", false);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private RunKeeping keeping() throws StoreException {
    return new RunKeeping(RunResults.of(run), InstantSource.system());
  }

  private List<TaskRow> rows(String list) throws StoreException {
    List<TaskRow> all = new ArrayList<>();
    try (TaskRows rows = world.lists.read(list)) {
      rows.forEachRemaining(all::add);
      assertEquals("", rows.problem());
    }
    return all;
  }

  @Test
  void aNewListHoldsEachAnswerWithItsProvenance() throws Exception {
    String file = keeping().newList(world.lists, "answers");
    List<TaskRow> rows = rows(file);
    assertEquals(List.of("to it\n\"x\"", "to it\n\"x\"", ""), rows.stream().map(row -> row.cell("content")).toList());
    assertEquals(List.of("1", "2", "3"), rows.stream().map(row -> row.cell("row")).toList());
    assertEquals(run.plan().id(), rows.get(1).cell("run"));
    assertEquals("two, \"2\"", rows.get(1).cell("prompt"));
    assertEquals("failed", rows.get(2).cell("status"));
    assertTrue(world.lists.appendable(file));
  }

  @Test
  void aColumnGetsTheAnswersAndAllElseStays() throws Exception {
    List<TaskRow> before = rows("list");
    assertEquals(new RunKeeping.Filled(2, 0, 0), keeping().columns(world.lists, "result"));
    List<TaskRow> after = rows("list");
    assertEquals(List.of("to it\n\"x\"", "to it\n\"x\"", ""), after.stream().map(row -> row.cell("result")).toList());
    for (int row = 0; row < before.size(); row++) {
      for (String column : List.of("index", "id", "created", "content", "status")) {
        assertEquals(before.get(row).cell(column), after.get(row).cell(column));
      }
    }
    assertEquals(new RunKeeping.Filled(2, 0, 0), keeping().columns(world.lists, "result"));
    keeping().columns(world.lists, "second try");
    assertEquals("to it\n\"x\"", rows("list").getFirst().cell("second try"));
    assertTrue(world.lists.appendable("list"));
  }

  @Test
  void rowsThatWereChangedSinceStayAndOthersAnswersAreNotWrittenOver() throws Exception {
    Path file = world.root.taskLists().resolve("list.csv");
    Files.writeString(file, Files.readString(file).replace("\"one\"", "\"uno\""));
    assertEquals(new RunKeeping.Filled(1, 1, 0), keeping().columns(world.lists, "result"));
    String mine = Files.readString(file).replace("\"to it", "\"mine");
    Files.writeString(file, mine);
    assertThrows(RunRefused.class, () -> keeping().columns(world.lists, "result"));
    assertEquals(mine, Files.readString(file));
  }

  @Test
  void filesHoldTextAndEverythingElse() throws Exception {
    Path folder = elsewhere.resolve("out");
    assertEquals(3, keeping().files(folder));
    assertEquals("to it\n\"x\"\n", Files.readString(folder.resolve("row-1.txt")));
    String json = Files.readString(folder.resolve("row-2.json"));
    assertTrue(json.contains("\"prompt\":\"two, \\\"2\\\"\""), json);
    assertTrue(json.contains("\"run\":\"" + run.plan().id() + "\""), json);
    assertThrows(StoreException.class, () -> keeping().files(folder));
  }

  @Test
  void theReportIsHarmlessWhateverFailed() throws Exception {
    RunStats stats = RunStatistics.of(RunResults.of(run));
    assertEquals(2, stats.models().getFirst().done());
    assertEquals(1, stats.models().getFirst().failed());
    String page = new RunDocument(stats).html();
    assertFalse(page.contains("<b>no</b>"), page);
    assertFalse(page.contains("<script"), page);
    assertTrue(page.contains("<svg"), page);
  }
}
