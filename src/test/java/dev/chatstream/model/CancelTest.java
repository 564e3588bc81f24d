package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.chatstream.core.failure.ModelError;
import dev.chatstream.testing.ScriptedOllama;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// Each test ends only when the server has seen the connection close: one that stayed open would run into the time-out.
/// The program asks on platform threads and on virtual ones; a wait in a socket ends differently on each.
@Timeout(60)
@ParameterizedClass
@ValueSource(booleans = {true, false})
class CancelTest {

  private final Thread.Builder threads;
  private final ChatFixture chat = new ChatFixture();
  private final ScriptedOllama server = chat.server;

  /// What the chat's thread ended with.
  private record End(ModelError error, boolean stillInterrupted) {}

  CancelTest(boolean virtual) {
    threads = virtual ? Thread.ofVirtual() : Thread.ofPlatform();
  }

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void beforeTheHeaders() throws Exception {
    cancelOnceAsked("preslow");
  }

  @Test
  void betweenHeadersAndTheFirstPiece() throws Exception {
    cancelOnceAsked("headers-only");
  }

  @Test
  void whileTheServerStalls() throws Exception {
    cancelAfterFirstToken("stall");
  }

  @Test
  void whilePiecesCome() throws Exception {
    cancelAfterFirstToken("slow");
  }

  @Test
  void whileTheSinkHoldsTheStreamBack() throws Exception {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CompletableFuture<End> end = new CompletableFuture<>();
    Thread turn =
        start(
            "stall",
            end,
            (text, thinking) -> {
              blocked.countDown();
              never.await();
            });
    blocked.await();
    turn.interrupt();
    assertCancelled(end);
  }

  @Test
  void aThreadThatWasInterruptedBeforeSendsNothingToTheEnd() throws Exception {
    CompletableFuture<End> end = new CompletableFuture<>();
    threads.start(
        () -> {
          Thread.currentThread().interrupt();
          end.complete(run("stall", (text, thinking) -> {}));
        });
    assertCancelled(end);
  }

  @Test
  void aSmallRequest() throws Exception {
    server.page("/api/version", (request, reply) -> reply.awaitClientClose());
    CompletableFuture<ModelError> end = new CompletableFuture<>();
    Thread asking =
        threads.start(
            () -> {
              try {
                chat.model.version();
              } catch (ModelException e) {
                end.complete(e.error());
              }
            });
    server.awaitRequests(1);
    asking.interrupt();
    assertEquals(new ModelError.Cancelled(), end.get());
    server.awaitIdle();
  }

  private void cancelOnceAsked(String name) throws Exception {
    CompletableFuture<End> end = new CompletableFuture<>();
    Thread turn = start(name, end, (text, thinking) -> {});
    server.awaitRequests(1);
    turn.interrupt();
    assertCancelled(end);
  }

  private void cancelAfterFirstToken(String name) throws Exception {
    CompletableFuture<End> end = new CompletableFuture<>();
    CountDownLatch first = new CountDownLatch(1);
    Thread turn = start(name, end, (text, thinking) -> first.countDown());
    first.await();
    turn.interrupt();
    assertCancelled(end);
  }

  private void assertCancelled(CompletableFuture<End> end) throws Exception {
    assertEquals(new ModelError.Cancelled(), end.get().error());
    assertFalse(end.get().stillInterrupted(), "the thread must be able to publish what happened");
    server.awaitIdle();
  }

  private Thread start(String name, CompletableFuture<End> end, TokenSink sink) {
    return threads.start(() -> end.complete(run(name, sink)));
  }

  private End run(String name, TokenSink sink) {
    try {
      chat.model.chat(ChatFixture.request(name, "a"), sink);
      return new End(null, Thread.currentThread().isInterrupted());
    } catch (ModelException e) {
      return new End(e.error(), Thread.currentThread().isInterrupted());
    }
  }
}
