package dev.chatstream.app;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.store.journal.Piece;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What came of a reply since it was last written to its journal. Adding a token costs an append.
final class ReplyBuffer {

  private final Asked asked;
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> before = new ArrayList<>();
  private boolean thinking;
  private int tokens;
  private boolean waiting;
  private boolean silent = true;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch asking = new CountDownLatch(1);
  private long since;

  ReplyBuffer(Asked asked) {
    this.asked = asked;
  }

  Asked asked() {
    return asked;
  }

  /// The question is on the disk, or could not be written.
  void begun() {
    begun.countDown();
  }

  /// The request goes out now, or never will.
  void asking() {
    asking.countDown();
  }

  /// Waits for [#asking], as [#awaitBegun] does.
  boolean awaitAsking(Duration patience) {
    return await(asking, patience);
  }

  /// Waits for [#begun]; an interrupt ends the waiting, and stands for whoever comes next.
  ///
  /// @return false when it took longer
  boolean awaitBegun(Duration patience) {
    return await(begun, patience);
  }

  private static boolean await(CountDownLatch latch, Duration patience) {
    try {
      return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// @return whether this is the first one since [#drain], so that somebody has to see to its writing
  synchronized boolean add(String token, boolean isThinking) {
    if (isThinking != thinking) {
      endPiece();
      thinking = isThinking;
    }
    text.append(token);
    tokens++;
    silent = false;
    boolean first = !waiting;
    if (first) {
      since = System.nanoTime();
    }
    waiting = true;
    return first;
  }

  /// Takes what came, in its order.
  synchronized List<Piece> drain() {
    endPiece();
    List<Piece> all = List.copyOf(before);
    before.clear();
    waiting = false;
    return all;
  }

  /// When the oldest of what waits came, on the clock of [System#nanoTime].
  synchronized long since() {
    return since;
  }

  /// True when nothing came at all.
  synchronized boolean silent() {
    return silent;
  }

  private void endPiece() {
    if (tokens > 0) {
      before.add(new Piece(text.toString(), thinking, tokens));
      text.setLength(0);
      tokens = 0;
    }
  }
}
