package dev.chatstream.term;

import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import java.util.List;

/// Terminals that don't report the wheel send arrows for it, several at once. Three or more equal ones in one read are
/// no fingers' work: they are the wheel.
final class WheelArrows {

  private static final int FEWEST = 3;

  private WheelArrows() {}

  /// Replaces such arrows in the keys of one read.
  static void replace(List<Key> read) {
    int start = 0;
    while (start < read.size()) {
      int end = start + 1;
      while (end < read.size() && read.get(end).equals(read.get(start))) {
        end++;
      }
      Key wheel = wheel(read.get(start));
      if (wheel != null && end - start >= FEWEST) {
        read.subList(start, end).replaceAll(arrow -> wheel);
      }
      start = end;
    }
  }

  private static Key wheel(Key key) {
    if (key.equals(Key.of(KeyCode.UP))) {
      return Key.of(KeyCode.WHEEL_UP);
    }
    return key.equals(Key.of(KeyCode.DOWN)) ? Key.of(KeyCode.WHEEL_DOWN) : null;
  }
}
