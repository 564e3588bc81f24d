package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class BodyQueueTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final BodyQueue body = new BodyQueue();
  private final Counted subscription = new Counted();

  private static final class Counted implements Flow.Subscription {
    long requested;
    int cancelled;

    @Override
    public void request(long count) {
      requested += count;
    }

    @Override
    public void cancel() {
      cancelled++;
    }
  }

  @Test
  void asksForMoreOnlyAsItIsRead() throws InterruptedException {
    body.onSubscribe(subscription);
    assertEquals(2, subscription.requested);
    body.onNext(bytes("a"));
    body.onNext(bytes("b"));
    assertEquals(2, subscription.requested);
    body.take(LONG);
    assertEquals(3, subscription.requested);
  }

  @Test
  void aBodyThatWasReadToItsEndKeepsItsConnection() throws InterruptedException {
    body.onSubscribe(subscription);
    body.onComplete();
    assertInstanceOf(BodyQueue.End.class, body.take(LONG));
    assertInstanceOf(BodyQueue.End.class, body.take(LONG));
    body.close();
    assertEquals(0, subscription.cancelled);
  }

  @Test
  void anyOtherLosesIt() {
    body.onSubscribe(subscription);
    body.onNext(bytes("a"));
    body.close();
    body.close();
    assertEquals(1, subscription.cancelled);
  }

  @Test
  void closedBeforeItBeganIsCancelledWhenItBegins() {
    body.close();
    body.onSubscribe(subscription);
    assertEquals(0, subscription.requested);
    assertEquals(1, subscription.cancelled);
  }

  @Test
  void nothingInTimeIsLate() throws InterruptedException {
    body.onSubscribe(subscription);
    assertInstanceOf(BodyQueue.Late.class, body.take(Duration.ofMillis(1)));
  }

  @Test
  void anInterruptAfterTheLastLineLosesTheConnectionAndNotTheAnswer() throws Exception {
    body.onSubscribe(subscription);
    body.onNext(bytes("{\"message\":{\"content\":\"whole\"}}\n{\"done\":true}\n"));
    Transport stage = (request, patience) -> new Exchange("stage", 200, "", body, () -> {});
    StreamingChatCaller caller =
        new StreamingChatCaller(
            Endpoint.parse(""), stage, Patience.DEFAULT, (text, thinking) -> Thread.currentThread().interrupt());
    String answer =
        caller.callSync(WireRequest.of(ChatFixture.request("m", "a"))).getResponseModel().getMessage().getResponse();
    assertEquals("whole", answer);
    assertEquals(1, subscription.cancelled);
    assertFalse(Thread.interrupted(), "the interrupt stayed");
  }

  private static List<ByteBuffer> bytes(String text) {
    return List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
