package dev.chatstream.model;

import java.io.IOException;
import java.time.Duration;

/// Takes a fast stream in gulps. A server that writes two hundred tokens a second would wake the thread as often, for
/// thirty frames a second; so after some pieces in quick succession the next are left in the socket for half a frame.
/// The first pieces, slow streams and bulk are taken as they come. One for each answer.
final class Gathering implements ByteSource {

  /// Pieces closer together than this are quick.
  private static final long QUICK_NANOS = Duration.ofMillis(10).toNanos();

  private static final Duration HALF_A_FRAME = Duration.ofMillis(16);
  private static final int ENOUGH_IN_A_ROW = 8;

  private final ByteSource wire;
  private int quickInARow;

  Gathering(ByteSource wire) {
    this.wire = wire;
  }

  @Override
  public int read(byte[] target, int from, int length, Duration patience) throws IOException, InterruptedException {
    if (quickInARow >= ENOUGH_IN_A_ROW) {
      Thread.sleep(HALF_A_FRAME);
    }
    long before = System.nanoTime();
    int count = wire.read(target, from, length, patience);
    boolean quick = System.nanoTime() - before < QUICK_NANOS;
    // A full buffer is no piece of a stream: more is waiting.
    quickInARow = quick && count < length ? quickInARow + 1 : 0;
    return count;
  }
}
