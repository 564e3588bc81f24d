package dev.chatstream.app;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.store.journal.Piece;
import java.util.ArrayList;
import java.util.List;

/// What came of a reply since it was last written to its journal. Adding a token costs an append.
final class ReplyBuffer {

  private final Asked asked;
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> before = new ArrayList<>();
  private boolean thinking;
  private int tokens;
  private boolean waiting;
  private boolean silent = true;
  private long since;

  ReplyBuffer(Asked asked) {
    this.asked = asked;
  }

  Asked asked() {
    return asked;
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
