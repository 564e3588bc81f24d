package dev.chatstream.core.chat;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/// Makes the ids of chats, messages and tasks: UUID version 7 (RFC 9562), so that they sort by time. They have to be
/// unique, not secret: a seed of time, uptime and process id is enough, and takes no time before the first frame, which
/// a `SecureRandom` does.
public final class Ids {

  private static final SplittableRandom RANDOM = new SplittableRandom(seed());

  private Ids() {}

  /// A new id for this time. Thread-safe.
  public static UUID next(Instant now) {
    long randomHigh;
    long randomLow;
    synchronized (RANDOM) {
      randomHigh = RANDOM.nextLong();
      randomLow = RANDOM.nextLong();
    }
    long high = (now.toEpochMilli() << 16) | 0x7000L | (randomHigh & 0x0FFFL);
    long low = (randomLow & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static long seed() {
    long process = ProcessHandle.current().pid();
    return System.nanoTime() ^ Long.rotateLeft(System.currentTimeMillis(), 32) ^ Long.rotateLeft(process, 48);
  }
}
