package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.engine.host.EngineException;
import dev.chatstream.engine.host.EngineListener;
import dev.chatstream.model.ModelException;
import dev.chatstream.testing.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The engine's process changes for a larger window; in place of each process stands a server on loopback.
@Timeout(60)
class EngineServerTest {

  private static final Scenario ANSWER = (request, reply) -> reply.token("words").done(1).end();

  private final FakeEngines engines = new FakeEngines();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final EngineServer server = start();

  @AfterEach
  void stop() {
    server.close();
    engines.close();
  }

  private EngineServer start() {
    Heard listener = new Heard();
    return new EngineServer(engines.up(1024, listener), engines, listener);
  }

  private String ask(int window) throws ModelException {
    StringBuilder text = new StringBuilder();
    Message question = Message.fromUser(Ids.next(Instant.EPOCH), Optional.empty(), "q", Instant.EPOCH);
    server.chat(new ChatRequest("fast", List.of(question), window, Map.of()), (piece, thinking) -> text.append(piece));
    return text.toString();
  }

  /// Asks on another thread, which the test may interrupt.
  private CompletableFuture<String> asking(int window, Thread[] thread) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    thread[0] = Thread.ofPlatform().daemon().start(() -> {
      try {
        answer.complete(ask(window));
      } catch (ModelException failed) {
        answer.completeExceptionally(failed);
      }
    });
    return answer;
  }

  private static ModelError error(CompletableFuture<String> answer) {
    ExecutionException thrown = assertThrows(ExecutionException.class, answer::get);
    return assertInstanceOf(ModelException.class, thrown.getCause()).error();
  }

  @Test
  void aWindowThatIsLargeEnoughChangesNothing() throws Exception {
    engines.all().getFirst().answers(ANSWER);
    assertEquals("words", ask(1024));
    assertEquals("words", ask(512));
    assertEquals(1, engines.all().size());
  }

  @Test
  void aLargerWindowIsServedByANewProcessAndTheOldOneEnds() throws Exception {
    engines.nextAnswers(ANSWER);
    for (int window = 1100; window <= 2000; window += 100) {
      assertEquals("words", ask(window));
      assertEquals(window, engines.all().getLast().contextTokens());
      assertEquals(1, engines.all().stream().filter(FakeEngines.Fake::alive).count());
    }
    assertEquals(11, engines.all().size());
    assertTrue(server.alive());
    assertEquals("growing 1100", heard.getFirst());
  }

  @Test
  void moreThanTheModelWasMadeForIsNotAskedOfAnyProcess() throws Exception {
    engines.nextAnswers(ANSWER);
    ask(100_000);
    ask(200_000);
    assertEquals(List.of(1024, 2048), engines.all().stream().map(FakeEngines.Fake::contextTokens).toList());
  }

  @Test
  void aQuestionThatIsBeingAnsweredIsNotCutAndTheNextOnesWait() throws Exception {
    CountDownLatch answering = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    engines.all().getFirst().answers((request, reply) -> {
      reply.token("first ");
      answering.countDown();
      release.await();
      reply.token("whole").done(2).end();
    });
    engines.nextAnswers(ANSWER);
    Thread[] thread = new Thread[1];
    CompletableFuture<String> first = asking(1024, thread);
    answering.await();
    CompletableFuture<String> second = asking(2048, thread);
    // In the line for the lock, where only the first question's end lets it go on.
    while (thread[0].getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertEquals(1, engines.all().size());
    release.countDown();
    assertEquals("first whole", first.get());
    assertEquals("words", second.get());
    assertFalse(engines.all().getFirst().alive());
  }

  @Test
  void aWindowThatDoesNotLoadIsSaidAndTheOldOneGoesOn() throws Exception {
    engines.all().getFirst().answers(ANSWER);
    engines.nextFails(new EngineException("no memory"));
    ModelException failed = assertThrows(ModelException.class, () -> ask(2048));
    assertEquals(
        "The model can't do that: it doesn't load with a window of 2048 tokens (no memory).",
        failed.error().happened());
    assertEquals("words", ask(1024));
    assertEquals(List.of("growing 2048"), heard);
  }

  @Test
  void stoppingTheQuestionStopsTheStartAndTheOldOneGoesOn() throws Exception {
    engines.all().getFirst().answers(ANSWER);
    CountDownLatch starting = engines.nextHangs();
    Thread[] thread = new Thread[1];
    CompletableFuture<String> asked = asking(2048, thread);
    starting.await();
    thread[0].interrupt();
    assertEquals(new ModelError.Cancelled(), error(asked));
    assertEquals("words", ask(1024));
  }

  @Test
  void closingEndsTheProcessThatCameMeanwhile() throws Exception {
    engines.nextAnswers(ANSWER);
    engines.onStart(server::close);
    ModelException failed = assertThrows(ModelException.class, () -> ask(2048));
    assertEquals(new ModelError.Cancelled(), failed.error());
    assertEquals(2, engines.all().size());
    assertTrue(engines.all().stream().noneMatch(FakeEngines.Fake::alive));
  }

  @Test
  void aNewProcessThatEndsByItselfIsTold() throws Exception {
    engines.nextAnswers(ANSWER);
    ask(2048);
    engines.all().getLast().die("It died.");
    assertEquals(List.of("growing 2048", "It died."), heard);
  }

  private final class Heard implements EngineListener, EngineServer.Listener {

    @Override
    public void stage(EngineStage stage) {
      heard.add(stage.toString());
    }

    @Override
    public void growing(int contextTokens) {
      heard.add("growing " + contextTokens);
    }

    @Override
    public void ended(String sentence) {
      heard.add(sentence);
    }

    @Override
    public void failed(String sentence) {
      heard.add(sentence);
    }

    @Override
    public void line(String line) {
      heard.add(line);
    }
  }
}
