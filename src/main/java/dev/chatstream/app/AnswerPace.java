package dev.chatstream.app;

/// The pace of a slow line of unknown speed: the next frame goes when the terminal has said that it has the one before,
/// and no more than four a second. Frames grow while the answers come as fast as the fastest, and shrink when they
/// don't, as TCP does with its window.
final class AnswerPace implements Pace {

  private static final long LEAST_PAUSE = 250_000_000;
  private static final long PATIENCE = 3_000_000_000L;
  private static final long LATE = 50_000_000;
  private static final int FIRST_ROOM = 96;
  private static final int LEAST_ROOM = 64;
  private static final int MOST_ROOM = 16 * 1024;
  private static final int GIVEN_UP = 2;

  private long sentAt = Long.MIN_VALUE;
  private long fastest = Long.MAX_VALUE;
  private boolean waiting;
  private boolean full;
  private int unanswered;
  private int room = FIRST_ROOM;

  @Override
  public long dueAt() {
    return sentAt == Long.MIN_VALUE ? sentAt : sentAt + (waiting ? PATIENCE : LEAST_PAUSE);
  }

  @Override
  public int room() {
    return room;
  }

  /// A terminal that did not answer twice is not asked again.
  @Override
  public boolean asks() {
    return unanswered < GIVEN_UP;
  }

  @Override
  public void sent(int bytes, long now, boolean asked) {
    if (now < dueAt()) {
      // What is typed passes: the answer is still the one to the frame before, and the pause goes on.
      return;
    }
    if (waiting) {
      unanswered++;
      room = FIRST_ROOM;
    }
    full = bytes >= room / 2;
    waiting = asked;
    sentAt = now;
  }

  @Override
  public void answered(long now) {
    unanswered = 0;
    if (waiting) {
      waiting = false;
      long took = now - sentAt;
      fastest = Math.min(fastest, took);
      if (took > fastest + LATE) {
        room = Math.max(LEAST_ROOM, room / 2);
      } else if (full) {
        room = Math.min(MOST_ROOM, 2 * room);
      }
    }
  }
}
