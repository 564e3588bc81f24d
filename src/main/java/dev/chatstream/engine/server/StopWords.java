package dev.chatstream.engine.server;

import java.util.List;

/// Ends an answer at the first of some words, which don't belong to it. Text that may be the beginning of one is held
/// back until the next piece tells.
final class StopWords {
  private final List<String> words;
  private final StringBuilder held = new StringBuilder();
  private boolean found;

  StopWords(List<String> words) {
    this.words = words;
  }

  /// What may be shown now.
  String take(String piece) {
    if (found) {
      return "";
    }
    held.append(piece);
    int stop = words.stream().mapToInt(held::indexOf).filter(place -> place >= 0).min().orElse(-1);
    if (stop >= 0) {
      found = true;
      return cut(stop);
    }
    return cut(held.length() - longestBeginning());
  }

  /// What was held back and is no stop word, for there is no more.
  String end() {
    return found ? "" : cut(held.length());
  }

  boolean found() {
    return found;
  }

  private String cut(int length) {
    String text = held.substring(0, length);
    held.delete(0, length);
    return text;
  }

  /// The longest end of the held text with which a stop word begins.
  private int longestBeginning() {
    int longest = 0;
    for (String word : words) {
      for (int length = Math.min(word.length() - 1, held.length()); length > longest; length--) {
        if (word.startsWith(held.substring(held.length() - length))) {
          longest = length;
        }
      }
    }
    return longest;
  }
}
