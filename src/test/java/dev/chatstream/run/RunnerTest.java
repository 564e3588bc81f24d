package dev.chatstream.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RowResult;
import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.testing.Scenario;
import dev.chatstream.testing.Scenarios;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run against a server that does wrong what a server can do wrong.
class RunnerTest {

  @TempDir
  private Path home;

  private RunFixture world;

  @BeforeEach
  void begin() throws StoreException {
    world = new RunFixture(home);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private RunPhase run(RunFolder run) throws Exception {
    return world.runner(run).run("test", false);
  }

  private static List<RowResult> results(RunFolder run) throws StoreException {
    try (RunResults results = RunResults.of(run)) {
      return IntStream.range(0, run.plan().jobs()).mapToObj(job -> {
        try {
          return results.result(job);
        } catch (StoreException e) {
          throw new IllegalStateException(e);
        }
      }).toList();
    }
  }

  /// The first so many chats get this answer, the others another one.
  private static Scenario first(int count, Scenario wrong, Scenario right) {
    AtomicInteger asked = new AtomicInteger();
    return (request, reply) -> (asked.incrementAndGet() <= count ? wrong : right).answer(request, reply);
  }

  @Test
  void eachRowIsAnsweredOnceAndInItsPlace() throws Exception {
    world.list(40);
    RunFolder run = world.make(world.plan(4, "echo"));
    assertEquals(RunPhase.FINISHED, run(run));
    assertEquals(IntStream.rangeClosed(1, 40).mapToObj(row -> "row " + row).toList(), RunFixture.answers(run));
    assertEquals(40, world.server.chats().size());
  }

  @Test
  void rowsOfOneModelRunTogether() throws Exception {
    world.list(6);
    world.server.script("mine", Scenarios.answer("a")).script("other", Scenarios.answer("b"));
    RunFolder run = world.make(world.plan(3, "mine", "other"));
    assertEquals(RunPhase.FINISHED, run(run));
    List<Boolean> mine = world.server.chats().stream().map(chat -> chat.text().contains("\"mine\"")).toList();
    assertEquals(List.of(true, true, true, true, true, true, false, false, false, false, false, false), mine);
  }

  @Test
  void fieldsAreFilledInAndUnknownOnesAreNamed() throws Exception {
    world.list("one");
    RunPlan plan = world.plan(1, "echo");
    RunFolder run = world.make(with(plan, "#{{index}} {{ content }}!"));
    run(run);
    assertEquals(List.of("#1 one!"), RunFixture.answers(run));
    RunRefused refused = assertThrows(RunRefused.class, () -> world.make(with(plan, "{{content}} {{colour}}")));
    assertTrue(refused.getMessage().startsWith("The list has no column for {{colour}}."), refused.getMessage());
  }

  private static RunPlan with(RunPlan plan, String template) {
    return new RunPlan(plan.id(), plan.created(), plan.list(), new PromptTemplate(template), plan.filter(), 0,
        plan.models(), plan.settings(), plan.parallel(), plan.hosts(), plan.limits());
  }

  @Test
  void aBusyServerIsLeftAloneAndCostsNoRowAnAttempt() throws Exception {
    world.list(10);
    world.server.script("mine", first(7, (request, reply) -> reply.error(503, "busy"), Scenarios.answer("ok")));
    RunFolder run = world.make(world.plan(4, "mine"));
    assertEquals(RunPhase.FINISHED, run(run));
    assertTrue(results(run).stream().allMatch(row -> row.state() == RowState.DONE && row.attempt() == 1));
  }

  @Test
  void aServerThatIsGoneIsWaitedForAndTheRunGoesOnByItself() throws Exception {
    world.list(5);
    world.server.script("mine", first(3, (request, reply) -> reply.reset(), Scenarios.answer("ok")));
    RunFolder run = world.make(world.plan(2, "mine"));
    assertEquals(RunPhase.FINISHED, run(run));
    assertEquals(List.of("ok", "ok", "ok", "ok", "ok"), RunFixture.answers(run));
  }

  @Test
  void rubbishIsTriedAgainAndThenFailsAloneItsNeighboursDont() throws Exception {
    world.list("bad", "good");
    world.server.script("mine", (request, reply) -> {
      if (request.text().contains("bad")) {
        reply.token("one ").line("&%$ not json").end();
      } else {
        reply.token("fine").done(1).end();
      }
    });
    RunFolder run = world.make(world.plan(1, "mine"));
    assertEquals(RunPhase.FINISHED, run(run));
    List<RowResult> rows = results(run);
    assertEquals(RowState.FAILED, rows.get(0).state());
    assertEquals(3, rows.get(0).attempt());
    assertTrue(rows.get(0).error().contains("not json"), rows.get(0).error());
    assertEquals("fine", rows.get(1).answer());
  }

  @Test
  void aRowThatStallsTimesOutAndIsTriedAgain() throws Exception {
    world.list("one");
    world.server.script("mine",
        first(1, (request, reply) -> reply.token("half ").awaitClientClose(), Scenarios.answer("whole")));
    RunFolder run = world.make(world.plan(1, "mine"));
    assertEquals(RunPhase.FINISHED, run(run));
    assertEquals("whole", results(run).getFirst().answer());
    assertEquals(2, results(run).getFirst().attempt());
  }

  @Test
  void rowsWithNothingToAskAreSkippedAndHugeOnesFailUnsent() throws Exception {
    world.list("  ", "x".repeat(5_000_000), "fine");
    RunFolder run = world.make(world.plan(1, "echo"));
    assertEquals(RunPhase.FINISHED, run(run));
    List<RowResult> rows = results(run);
    assertEquals(RowState.SKIPPED, rows.get(0).state());
    assertEquals(RowState.FAILED, rows.get(1).state());
    assertTrue(rows.get(1).error().contains("Nothing was sent"), rows.get(1).error());
    assertEquals("fine", rows.get(2).answer());
    assertEquals(1, world.server.chats().size());
  }

  @Test
  void fiveThatFailAlikePauseItAndAWordMakesItGoOn() throws Exception {
    world.list(6);
    AtomicBoolean well = new AtomicBoolean();
    world.server.script("mine", (request, reply) -> {
      if (well.get()) {
        reply.token("ok").done(1).end();
      } else {
        reply.error(500, "no memory");
      }
    });
    RunFolder run = world.make(world.plan(1, "mine"));
    CountDownLatch paused = new CountDownLatch(1);
    Runner runner = world.runner(run, new RunListener() {
      @Override
      public void paused() {
        paused.countDown();
      }
    });
    RunPhase[] end = new RunPhase[1];
    Thread running = Thread.ofVirtual().start(() -> end[0] = quietly(runner));
    paused.await();
    well.set(true);
    runner.goOn();
    running.join();
    assertEquals(RunPhase.FINISHED, end[0]);
    assertEquals(RunPhase.FINISHED, world.runner(run).run("test", true));
    assertTrue(results(run).stream().allMatch(row -> row.answer().equals("ok")));
  }

  private static RunPhase quietly(Runner runner) {
    try {
      return runner.run("test", false);
    } catch (RunRefused | StoreException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatWasStoppedInTheMiddleIsDoneOnceMoreAndThatIsSaid() throws Exception {
    world.list(3);
    CountDownLatch half = new CountDownLatch(1);
    world.server.script("mine", first(1, (request, reply) -> {
      reply.token("half");
      half.countDown();
      reply.awaitClientClose();
    }, Scenarios.answer("whole")));
    RunFolder run = world.make(world.plan(1, "mine"));
    Runner stopped = world.runner(run);
    Thread running = Thread.ofVirtual().start(() -> quietly(stopped));
    half.await();
    stopped.stop("enough");
    running.join();
    assertEquals(3, stopped.board().open());
    assertEquals(RunPhase.FINISHED, run(run));
    assertEquals(List.of("whole", "whole", "whole"), RunFixture.answers(run));
    assertTrue(world.told.stream().anyMatch(words -> words.startsWith("One row was begun and not ended")
        && words.endsWith("#1.")), world.told.toString());
  }

  @Test
  void theListMayGoWhileItRuns() throws Exception {
    world.list(3);
    RunFolder run = world.make(world.plan(1, "echo"));
    Files.delete(world.root.taskLists().resolve("list.csv"));
    assertEquals(RunPhase.FINISHED, run(run));
    assertEquals(List.of("row 1", "row 2", "row 3"), RunFixture.answers(run));
  }

  @Test
  void aFullDiskHoldsItUpAndNothingIsLost() throws Exception {
    world.list(30);
    AtomicInteger failures = new AtomicInteger();
    AtomicInteger asked = new AtomicInteger();
    world.disk(failing(() -> asked.get() >= 10 && failures.getAndIncrement() < 3));
    world.server.script("mine", (request, reply) -> {
      asked.incrementAndGet();
      reply.token("ok").done(1).end();
    });
    RunFolder run = world.make(world.plan(2, "mine"));
    assertEquals(RunPhase.FINISHED, run(run));
    assertEquals(30, asked.get());
    assertEquals(30, results(run).stream().filter(row -> row.answer().equals("ok")).count());
    assertTrue(world.told.stream().anyMatch(words -> words.startsWith("Held up: ")), world.told.toString());
  }

  private interface Full {
    boolean now();
  }

  private static FileOps failing(Full full) {
    return (FileOps) Proxy.newProxyInstance(
        FileOps.class.getClassLoader(), new Class<?>[] {FileOps.class}, (proxy, method, args) -> {
          if (method.getName().equals("write") && full.now()) {
            throw new IOException("No space left on device");
          }
          try {
            return method.invoke(FileOps.DISK, args);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  @Test
  void twoProcessesCannotRunOne() throws Exception {
    world.list(2);
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    world.server.script("mine", (request, reply) -> {
      asked.countDown();
      go.await();
      reply.token("ok").done(1).end();
    });
    RunFolder run = world.make(world.plan(1, "mine"));
    Runner first = world.runner(run);
    Thread running = Thread.ofVirtual().start(() -> quietly(first));
    asked.await();
    RunRefused refused = assertThrows(RunRefused.class, () -> run(run));
    assertEquals(RunRefused.Kind.BUSY, refused.kind());
    go.countDown();
    running.join();
    assertFalse(run.isRun());
  }

  @Test
  void aDamagedRecordIsToldAndItsRowDoneAgain() throws Exception {
    world.list(4);
    RunFolder run = world.make(world.plan(1, "echo"));
    run(run);
    Path journal = world.root.runs().resolve(run.plan().id()).resolve("journal-0001.jsonl");
    String text = Files.readString(journal);
    Files.writeString(journal, text.replaceFirst("\"answer\":\"row 2\"", "\"answer\":\"row X\""));
    assertEquals(RunPhase.FINISHED, run(run));
    assertEquals(List.of("row 1", "row 2", "row 3", "row 4"), RunFixture.answers(run));
    assertTrue(world.told.stream().anyMatch(words -> words.startsWith("1 records")), world.told.toString());
    assertTrue(world.told.stream().anyMatch(words -> words.contains("#2")), world.told.toString());
  }
}
