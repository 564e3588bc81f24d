package dev.chatstream.core.doubles;

import java.util.ArrayList;
import java.util.List;

/// A text, made ready to be compared.
///
/// @param normal its normal form
public record ComparedText(String normal, Grams grams) {

  private static final int WORDS = 0;
  private static final int LETTERS = 1;

  /// Makes it ready.
  public static ComparedText of(String text) {
    String normal = NormalText.of(text);
    return new ComparedText(normal, Grams.of(normal));
  }

  /// Whether there is nothing to compare: a row without text is a double of none.
  public boolean empty() {
    return normal.isEmpty();
  }

  /// Its sketches, by which like texts are found; one or two.
  public List<int[]> sketches() {
    List<int[]> sketches = new ArrayList<>(2);
    if (grams.words().length > 0) {
      sketches.add(MinHash.bands(grams.words(), WORDS));
    }
    if (grams.letters().length > 0) {
      sketches.add(MinHash.bands(grams.letters(), LETTERS));
    }
    return sketches;
  }

  /// How much two texts have in common, from 0 to 1; 1 for texts of one normal form.
  public double likeness(ComparedText other) {
    return normal.equals(other.normal) ? 1 : Math.min(grams.likeness(other.grams), Math.nextDown(1.0));
  }
}
