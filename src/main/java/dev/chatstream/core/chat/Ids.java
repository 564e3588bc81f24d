package dev.chatstream.core.chat;

import java.nio.charset.StandardCharsets;
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

  /// The id of another version of something: the same each time it is made of the same text, and as old as the first.
  public static UUID variant(UUID of, String text) {
    UUID hash = UUID.nameUUIDFromBytes((of + "\n" + text).getBytes(StandardCharsets.UTF_8));
    long high = (of.getMostSignificantBits() & ~0xFFFFL) | 0x7000L | (hash.getMostSignificantBits() & 0x0FFFL);
    return new UUID(high, hash.getLeastSignificantBits());
  }

  private static long seed() {
    long process = ProcessHandle.current().pid();
    return System.nanoTime() ^ Long.rotateLeft(System.currentTimeMillis(), 32) ^ Long.rotateLeft(process, 48);
  }
}
