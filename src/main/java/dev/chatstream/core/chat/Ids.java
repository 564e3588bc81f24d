package dev.chatstream.core.chat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Makes the ids of chats, messages and tasks: UUID version 7 (RFC 9562), so that they sort by time.
public final class Ids {

  /// Made at the first id: seeding takes milliseconds that the first frame need not wait for.
  private static final class Randomness {
    static final SecureRandom SOURCE = new SecureRandom();
  }

  private Ids() {}

  /// A new id for this time. Thread-safe.
  public static UUID next(Instant now) {
    long randomHigh = Randomness.SOURCE.nextLong();
    long randomLow = Randomness.SOURCE.nextLong();
    long high = (now.toEpochMilli() << 16) | 0x7000L | (randomHigh & 0x0FFFL);
    long low = (randomLow & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
