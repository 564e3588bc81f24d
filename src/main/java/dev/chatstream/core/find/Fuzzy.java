package dev.chatstream.core.find;

/// How well letters in their order fit a name: those that begin words and those that follow each other count most, as
/// people leave out what lies between. `tta` is "to task list" by the beginnings of its words.
public final class Fuzzy {

  private static final int LETTER = 1;
  private static final int RUN = 7;
  private static final int WORD = 6;
  private static final int NONE = -1;
  private static final int LONGEST = 200;

  private Fuzzy() {}

  /// The score of the best way to find these letters in this name; negative when they don't stand there in order.
  /// Takes time in proportion to the product of both lengths, the name counted to 200 characters.
  public static int score(String name, String letters) {
    String text = Folding.fold(name.substring(0, Math.min(LONGEST, name.length())));
    String wanted = Folding.fold(letters).replace(" ", "");
    if (!inOrder(text, wanted)) {
      return NONE;
    }
    int[] before = new int[text.length()];
    for (int letter = 0; letter < wanted.length(); letter++) {
      int[] now = new int[text.length()];
      int best = letter == 0 ? 0 : NONE;
      for (int at = 0; at < text.length(); at++) {
        boolean here = text.charAt(at) == wanted.charAt(letter);
        int run = letter > 0 && at > 0 && before[at - 1] >= 0 ? before[at - 1] + RUN : NONE;
        int from = Math.max(best, run);
        now[at] = here && from >= 0 ? from + LETTER + (beginsWord(text, at) ? WORD : 0) : NONE;
        best = letter == 0 ? 0 : Math.max(best, before[at]);
      }
      before = now;
    }
    int best = wanted.isEmpty() ? 0 : NONE;
    for (int score : before) {
      best = wanted.isEmpty() ? 0 : Math.max(best, score);
    }
    return best;
  }

  private static boolean inOrder(String text, String wanted) {
    int at = -1;
    for (int letter = 0; letter < wanted.length(); letter++) {
      at = text.indexOf(wanted.charAt(letter), at + 1);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean beginsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
