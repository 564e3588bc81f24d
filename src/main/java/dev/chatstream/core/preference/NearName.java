package dev.chatstream.core.preference;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody may have meant who mistyped a name.
public final class NearName {

  private static final int LONGEST = 64;

  private NearName() {}

  /// The name that takes the fewest letters to change, one of three at most; empty when none is near.
  public static Optional<String> of(String typed, Collection<String> names) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = typed.toLowerCase(Locale.ROOT).replace('-', '_');
    String nearest = null;
    int least = Math.min(2, wanted.length() / 3) + 1;
    for (String name : names) {
      int distance = distance(wanted, name.replace('-', '_'));
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /// How many letters are to be put in, taken out or changed (Levenshtein's distance, row by row).
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
