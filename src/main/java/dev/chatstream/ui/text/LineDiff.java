package dev.chatstream.ui.text;

import java.util.ArrayList;
import java.util.List;

/// Which lines two texts have in common, and which only one of them has.
public final class LineDiff {

  /// Longer texts are laid side by side line by line: the table of the longest common part would be too large.
  private static final int MOST_LINES = 600;

  /// A line of each side.
  ///
  /// @param left empty where only the right side has one
  /// @param right empty where only the left side has one
  /// @param same whether both are the same
  public record Pair(String left, String right, boolean same) {}

  private final List<String> left;
  private final List<String> right;
  private final List<Pair> pairs = new ArrayList<>();

  private LineDiff(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
  }

  /// Compares two texts.
  public static List<Pair> of(String left, String right) {
    LineDiff diff = new LineDiff(left.lines().toList(), right.lines().toList());
    boolean large = diff.left.size() > MOST_LINES || diff.right.size() > MOST_LINES;
    if (large) {
      diff.changed(0, diff.left.size(), 0, diff.right.size());
    } else {
      diff.walk(diff.common());
    }
    return List.copyOf(diff.pairs);
  }

  /// How long the longest common part of what follows each pair of places is.
  private int[][] common() {
    int[][] longest = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        longest[i][j] = left.get(i).equals(right.get(j))
            ? longest[i + 1][j + 1] + 1
            : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }

  private void walk(int[][] longest) {
    int i = 0;
    int j = 0;
    int fromLeft = 0;
    int fromRight = 0;
    while (i < left.size() && j < right.size()) {
      if (left.get(i).equals(right.get(j))) {
        changed(fromLeft, i, fromRight, j);
        pairs.add(new Pair(left.get(i), right.get(j), true));
        i++;
        j++;
        fromLeft = i;
        fromRight = j;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    changed(fromLeft, left.size(), fromRight, right.size());
  }

  private void changed(int fromLeft, int toLeft, int fromRight, int toRight) {
    int rows = Math.max(toLeft - fromLeft, toRight - fromRight);
    for (int row = 0; row < rows; row++) {
      String one = fromLeft + row < toLeft ? left.get(fromLeft + row) : "";
      String other = fromRight + row < toRight ? right.get(fromRight + row) : "";
      pairs.add(new Pair(one, other, one.equals(other)));
    }
  }
}
