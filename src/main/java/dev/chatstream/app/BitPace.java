package dev.chatstream.app;

/// The pace of a line whose bits a second are known: a frame may go when those before it must have arrived, so that no
/// buffer on the way fills up and a key that is typed now finds the line all but free.
final class BitPace implements Pace {

  /// What SSH adds to each write: length, padding, type, channel and the code that proves it genuine.
  private static final int OVERHEAD = 40;

  /// A frame takes the line for so long at most; what is typed meanwhile waits behind it.
  private static final double LONGEST_SECONDS = 0.08;

  /// The rest of the line is left to what TCP and the terminal's own keys need.
  private static final double SHARE = 0.9;

  private static final int LEAST_ROOM = 40;
  private static final int MOST_ROOM = 16 * 1024;
  private static final long LEAST_PAUSE = 100_000_000;

  private final double bytesPerSecond;
  private long freeAt = Long.MIN_VALUE;
  private long pausedUntil = Long.MIN_VALUE;

  /// @param bits a second, at least 300
  BitPace(int bits) {
    bytesPerSecond = bits / 8.0;
  }

  @Override
  public long dueAt() {
    return Math.max(freeAt, pausedUntil);
  }

  @Override
  public int room() {
    return (int) Math.clamp(Math.round(bytesPerSecond * LONGEST_SECONDS) - OVERHEAD, LEAST_ROOM, MOST_ROOM);
  }

  @Override
  public boolean asks() {
    return false;
  }

  @Override
  public void sent(int bytes, long now, boolean asked) {
    if (now >= dueAt()) {
      pausedUntil = now + LEAST_PAUSE;
    }
    freeAt = Math.max(now, freeAt) + (long) (1e9 * (bytes + OVERHEAD) / (bytesPerSecond * SHARE));
  }

  @Override
  public void answered(long now) {}
}
