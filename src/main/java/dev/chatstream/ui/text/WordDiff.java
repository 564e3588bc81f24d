package dev.chatstream.ui.text;

import java.util.ArrayList;
import java.util.List;

/// Two texts with the words in brackets that only one of them has, so that the difference needs no colour.
///
/// @param left the first text
/// @param right the other one
public record WordDiff(String left, String right) {

  private static final int MOST_WORDS = 500;

  /// Compares them by the longest common part of their words. Of long texts the beginnings are compared.
  public static WordDiff of(String left, String right) {
    List<String> one = words(left);
    List<String> other = words(right);
    boolean[] inOne = new boolean[one.size()];
    boolean[] inOther = new boolean[other.size()];
    mark(one, other, inOne, inOther);
    return new WordDiff(written(one, inOne), written(other, inOther));
  }

  private static List<String> words(String text) {
    List<String> words = List.of(text.strip().split("\\s+"));
    return words.size() <= MOST_WORDS ? words : words.subList(0, MOST_WORDS);
  }

  private static void mark(List<String> one, List<String> other, boolean[] inOne, boolean[] inOther) {
    int[][] longest = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        longest[i][j] = one.get(i).equals(other.get(j))
            ? longest[i + 1][j + 1] + 1
            : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      if (one.get(i).equals(other.get(j))) {
        inOne[i] = true;
        inOther[j] = true;
        i++;
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private static String written(List<String> words, boolean[] common) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean begins = !common[i] && (i == 0 || common[i - 1]);
      boolean ends = !common[i] && (i + 1 == words.size() || common[i + 1]);
      parts.add((begins ? "[" : "") + words.get(i) + (ends ? "]" : ""));
    }
    return String.join(" ", parts);
  }
}
