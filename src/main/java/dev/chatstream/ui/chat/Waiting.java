package dev.chatstream.ui.chat;

import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;

/// Questions that wait as they stand below the reply: short, so that the reply stays in sight.
final class Waiting {

  /// Lines of one question that waits alone, and of each of several.
  private static final int LINES = 3;
  private static final int CHARACTERS_OF_A_LINE = 70;
  private static final int MOST = 2;

  private Waiting() {}

  /// What is shown of these questions, at most two of them.
  ///
  /// @param more the sign for what is hidden
  static List<String> shown(List<String> questions, String more) {
    int lines = questions.size() == 1 ? LINES : 1;
    return questions.stream().limit(MOST).map(question -> cut(question.strip(), lines, more)).toList();
  }

  /// How many are not shown at all.
  static int hidden(List<String> questions) {
    return Math.max(0, questions.size() - MOST);
  }

  private static String cut(String question, int lines, String more) {
    List<String> all = question.lines().toList();
    List<String> kept = new ArrayList<>(all.subList(0, Math.min(lines, all.size())));
    int room = lines * CHARACTERS_OF_A_LINE;
    int length = 0;
    for (int i = 0; i < kept.size(); i++) {
      String line = kept.get(i);
      if (length + line.length() > room) {
        kept.set(i, line.substring(0, whole(line, room - length)));
        kept.subList(i + 1, kept.size()).clear();
      }
      length += line.length();
    }
    String shown = String.join("\n", kept);
    int hiddenLines = all.size() - kept.size();
    int hidden = question.length() - shown.length();
    if (hidden <= 0) {
      return question;
    }
    String rest = hiddenLines > 0 ? Words.count(hiddenLines, "more line") : Words.count(hidden, "more character");
    return shown + (lines > 1 && hiddenLines > 0 ? "\n" : " ") + more + " " + rest;
  }

  /// So many characters at most, and no half of one.
  private static int whole(String line, int most) {
    return most > 0 && Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
  }
}
