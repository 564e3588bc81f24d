package dev.chatstream.engine.host;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The body of an answer, read by one thread that waits for the next bytes no longer than it wants to; the HTTP
/// client's own stream waits for ever. One piece is asked for at a time, so a slow disk holds the server back.
final class TimedBody implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {

  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private volatile Flow.Subscription subscription;

  /// What the client's threads hand over.
  private sealed interface Arrival {}

  private record Bytes(List<ByteBuffer> buffers) implements Arrival {}

  private record End() implements Arrival {}

  private record Broken(Throwable cause) implements Arrival {}

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    arrivals.add(new Bytes(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    arrivals.add(new Broken(cause));
  }

  @Override
  public void onComplete() {
    arrivals.add(new End());
  }

  /// The next bytes; an empty list at the end.
  ///
  /// @param limit how long to wait; then a [SocketTimeoutException]
  List<ByteBuffer> next(Duration limit) throws IOException, InterruptedException {
    Arrival arrival = arrivals.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    return switch (arrival) {
      case null -> throw new SocketTimeoutException("no byte came for " + limit.toSeconds() + " s");
      case Bytes bytes -> {
        subscription.request(1);
        yield bytes.buffers();
      }
      case End end -> List.of();
      case Broken broken -> throw broken.cause() instanceof IOException io ? io : new IOException(broken.cause());
    };
  }

  /// Gives the connection up, unless all of it was read.
  @Override
  public void close() {
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
