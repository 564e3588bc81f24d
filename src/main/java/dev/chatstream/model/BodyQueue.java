package dev.chatstream.model;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A response body between the client's threads, which fill it, and the one thread that reads it. Reading waits for a
/// stated time without polling, and holds the server back: only [#AHEAD] pieces (of 16 KB at most) are asked for before
/// they are read. (The JDK's own InputStream can't wait for a stated time.)
final class BodyQueue implements BodySubscriber<BodyQueue> {

  private static final int AHEAD = 2;

  /// What comes out of the queue.
  sealed interface Part {}

  /// Bytes of the body.
  record Bytes(List<ByteBuffer> buffers) implements Part {}

  /// The body ended as HTTP says that it should.
  record End() implements Part {}

  /// The connection broke.
  record Broken(IOException reason) implements Part {}

  /// Nothing came in time.
  record Late() implements Part {}

  private final LinkedBlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private Flow.Subscription subscription;
  private boolean cancelled;
  private volatile Part ended;

  @Override
  public CompletionStage<BodyQueue> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    synchronized (this) {
      subscription = newSubscription;
      if (!cancelled) {
        newSubscription.request(AHEAD);
        return;
      }
    }
    newSubscription.cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    parts.add(new Bytes(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    parts.add(new Broken(cause instanceof IOException io ? io : new IOException(cause)));
  }

  @Override
  public void onComplete() {
    parts.add(new End());
  }

  /// The next part. After the body has ended, its end again and again.
  Part take(Duration patience) throws InterruptedException {
    if (ended != null) {
      return ended;
    }
    Part part = parts.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    switch (part) {
      case null -> {
        return new Late();
      }
      case Bytes bytes -> requestMore();
      case End end -> ended = end;
      case Broken broken -> ended = broken;
      case Late late -> throw new IllegalStateException("never queued");
    }
    return part;
  }

  private synchronized void requestMore() {
    if (!cancelled) {
      subscription.request(1);
    }
  }

  /// Closes the connection unless the body was read to its end; then the connection serves the next request. Any
  /// thread, any number of times.
  void close() {
    Flow.Subscription toCancel;
    synchronized (this) {
      if (cancelled || ended instanceof End) {
        return;
      }
      cancelled = true;
      toCancel = subscription;
    }
    if (toCancel != null) {
      toCancel.cancel();
    }
  }
}
