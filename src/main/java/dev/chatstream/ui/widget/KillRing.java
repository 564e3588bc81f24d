package dev.chatstream.ui.widget;

import java.util.ArrayList;
import java.util.List;

/// Deleted pieces of a text, to bring them back. Pieces that were deleted one after the other are one.
final class KillRing {

  private static final int MOST = 20;

  private final List<String> pieces = new ArrayList<>();
  private boolean joins;
  private int given;

  /// Keeps a piece; one that was deleted right after another joins it.
  ///
  /// @param before whether it stood before the caret
  void kill(String piece, boolean before) {
    if (joins && !pieces.isEmpty()) {
      String last = pieces.removeLast();
      pieces.add(before ? piece + last : last + piece);
    } else {
      pieces.add(piece);
    }
    if (pieces.size() > MOST) {
      pieces.removeFirst();
    }
    joins = true;
    given = 0;
  }

  /// The next piece that is deleted stands for itself.
  void pause() {
    joins = false;
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  /// The piece that was deleted last.
  String newest() {
    given = 1;
    return pieces.getLast();
  }

  /// The piece that was deleted before the one that was given last; after the oldest comes the newest.
  String earlier() {
    given = given % pieces.size() + 1;
    return pieces.get(pieces.size() - given);
  }
}
