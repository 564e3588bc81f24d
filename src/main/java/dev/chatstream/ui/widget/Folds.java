package dev.chatstream.ui.widget;

import dev.chatstream.ui.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Long pieces of a text that stand in it as one character each, so that moving over one, deleting it, undoing that and
/// bringing it back need nothing of their own. The characters are of the last private plane, and mean a fold only while
/// they are known here.
final class Folds {

  /// How many UTF-16 characters a fold has in the text.
  static final int LENGTH = 2;

  private static final int FIRST = 0x10_0000;
  private static final int LAST = 0x10_FFFD;
  private static final char LEAST_HIGH = Character.highSurrogate(FIRST);
  private static final int MANY_LINES = 20;
  private static final int MANY_CHARACTERS = 2_000;

  private record Fold(String content, String label) {}

  private final Map<Integer, Fold> contents = new HashMap<>();
  private int next = FIRST;

  /// True for a piece that nobody wants to see whole in an input of some lines.
  static boolean worth(String piece) {
    return piece.length() > MANY_CHARACTERS || piece.chars().filter(c -> c == '\n').count() > MANY_LINES;
  }

  /// The character that stands for this piece; the piece itself when there are no more characters.
  String fold(String piece) {
    if (next > LAST) {
      return piece;
    }
    contents.put(next, new Fold(piece, words(piece)));
    return Character.toString(next++);
  }

  /// A piece without characters that would be taken for folds.
  String withoutFolds(String piece) {
    if (contents.isEmpty() || piece.chars().noneMatch(c -> c >= LEAST_HIGH && Character.isHighSurrogate((char) c))) {
      return piece;
    }
    StringBuilder kept = new StringBuilder(piece.length());
    piece.codePoints().filter(code -> !contents.containsKey(code)).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /// True when a fold stands here.
  boolean at(CharSequence text, int place) {
    return !contents.isEmpty()
        && place >= 0
        && place + 1 < text.length()
        && text.charAt(place) >= LEAST_HIGH
        && contents.containsKey(Character.codePointAt(text, place));
  }

  /// The first fold from here on; -1 when there is none before the end.
  int first(CharSequence text, int from, int to) {
    for (int place = from; !contents.isEmpty() && place < to; place++) {
      if (at(text, place)) {
        return place;
      }
    }
    return -1;
  }

  /// What is folded here.
  String content(CharSequence text, int place) {
    return contents.get(Character.codePointAt(text, place)).content();
  }

  /// How the fold that stands here is shown.
  String label(CharSequence text, int place) {
    return contents.get(Character.codePointAt(text, place)).label();
  }

  private static String words(String piece) {
    long lines = piece.chars().filter(c -> c == '\n').count() + (piece.endsWith("\n") ? 0 : 1);
    int bytes = piece.getBytes(StandardCharsets.UTF_8).length;
    return "[pasted " + Words.count(lines, "line") + ", " + Words.bytes(bytes) + "]";
  }

  /// The text with what is folded in it.
  String unfolded(CharSequence text) {
    int fold = first(text, 0, text.length());
    if (fold < 0) {
      return text.toString();
    }
    StringBuilder whole = new StringBuilder(text.length());
    int done = 0;
    for (; fold >= 0; fold = first(text, done, text.length())) {
      whole.append(text, done, fold).append(content(text, fold));
      done = fold + LENGTH;
    }
    return whole.append(text, done, text.length()).toString();
  }

  /// Forgets all of them; nothing may hold a character of theirs any more.
  void clear() {
    contents.clear();
    next = FIRST;
  }
}
