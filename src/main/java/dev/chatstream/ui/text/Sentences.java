package dev.chatstream.ui.text;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Sanitizer;
import java.util.ArrayList;
import java.util.List;

/// Sentences for rows of the screen that are too short for them.
public final class Sentences {

  private Sentences() {}

  /// The words in so many rows at most, broken between words. What does not fit goes by whole sentences from the end; a
  /// first sentence that is too long for all rows is cut.
  ///
  /// @param width columns of a row
  /// @param more the sign for what is cut
  public static List<String> rows(String words, int width, int most, String more) {
    String left = Sanitizer.line(words).strip();
    while (WrappedText.of(left, width).lines() > most && lastSentence(left) > 0) {
      left = left.substring(0, lastSentence(left)).strip();
    }
    WrappedText wrapped = WrappedText.of(left, width);
    List<String> rows = new ArrayList<>();
    for (int line = 0; line < Math.min(most, wrapped.lines()); line++) {
      rows.add(wrapped.line(line).stripTrailing());
    }
    if (wrapped.lines() > most) {
      String last = rows.getLast();
      rows.set(most - 1, last.substring(0, DisplayWidth.end(last, Math.max(0, width - 1))) + more);
    }
    return rows;
  }

  /// Where the last sentence begins; 0 when there is one only.
  private static int lastSentence(String words) {
    for (int at = words.length() - 2; at > 0; at--) {
      if (words.charAt(at) == ' ' && ".?!".indexOf(words.charAt(at - 1)) >= 0) {
        return at + 1;
      }
    }
    return 0;
  }
}
