package dev.chatstream.core.table;

import java.util.ArrayList;
import java.util.List;

/// A word of a filter and where it stands.
///
/// @param text without its quotes and without the minus before it
/// @param start its first character, from 0, the minus among them
/// @param end the first character after it
/// @param turned whether a minus stands before it
/// @param quoted whether it stands in quotes
/// @param open whether its quote is never closed
record FilterWord(String text, int start, int end, boolean turned, boolean quoted, boolean open) {

  /// Where its text begins.
  int textStart() {
    return start + (turned ? 1 : 0) + (quoted ? 1 : 0);
  }

  static List<FilterWord> all(String typed) {
    List<FilterWord> words = new ArrayList<>();
    int at = 0;
    while (at < typed.length()) {
      if (typed.charAt(at) == ' ') {
        at++;
        continue;
      }
      FilterWord word = at(typed, at);
      words.add(word);
      at = word.end;
    }
    return words;
  }

  private static FilterWord at(String typed, int start) {
    boolean turned = typed.charAt(start) == '-' && start + 1 < typed.length() && typed.charAt(start + 1) != ' ';
    int from = turned ? start + 1 : start;
    if (typed.charAt(from) == '"') {
      int close = typed.indexOf('"', from + 1);
      boolean open = close < 0;
      int end = open ? typed.length() : close + 1;
      return new FilterWord(typed.substring(from + 1, open ? end : close), start, end, turned, true, open);
    }
    int blank = typed.indexOf(' ', from);
    int end = blank < 0 ? typed.length() : blank;
    int quote = typed.indexOf(":\"", from);
    if (quote > from && quote < end) {
      int close = typed.indexOf('"', quote + 2);
      boolean open = close < 0;
      String value = typed.substring(quote + 2, open ? typed.length() : close);
      return new FilterWord(typed.substring(from, quote + 1) + value, start, open ? typed.length() : close + 1, turned,
          false, open);
    }
    return new FilterWord(typed.substring(from, end), start, end, turned, false, false);
  }
}
