package dev.chatstream.core.doubles;

import java.util.Arrays;

/// A sketch of a set by which like sets are found without comparing all (Broder 1997, On the resemblance and
/// containment of documents): 128 permutations, of which the smallest value of the set is taken, cut into 32 bands of
/// four (locality-sensitive hashing). Two sets that share a part `s` agree in at least one band with probability
/// `1 - (1 - s^4)^32`: 0.99 at 0.6, and at 0.9 always but for one in a billion.
public final class MinHash {

  /// How many bands a sketch has.
  public static final int BANDS = 32;

  private static final int ROWS = 4;
  private static final int PERMUTATIONS = BANDS * ROWS;
  private static final int[] FACTORS = new int[PERMUTATIONS];
  private static final int[] OFFSETS = new int[PERMUTATIONS];

  static {
    // Fixed for ever: sketches are kept on disk.
    int seed = 0x9E3779B9;
    for (int i = 0; i < PERMUTATIONS; i++) {
      seed += 0x9E3779B9;
      FACTORS[i] = Grams.mixed(seed) | 1;
      seed += 0x9E3779B9;
      OFFSETS[i] = Grams.mixed(seed);
    }
  }

  private MinHash() {}

  /// The bands of a set.
  ///
  /// @param set at least one hash
  /// @param kind sets of different kinds never agree
  /// @return one hash a band
  public static int[] bands(int[] set, int kind) {
    int[] least = new int[PERMUTATIONS];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int value : set) {
      for (int i = 0; i < PERMUTATIONS; i++) {
        int permuted = value * FACTORS[i] + OFFSETS[i];
        permuted ^= permuted >>> 15;
        least[i] = Math.min(least[i], permuted);
      }
    }
    int[] bands = new int[BANDS];
    for (int band = 0; band < BANDS; band++) {
      int hash = kind + 1;
      for (int i = band * ROWS; i < (band + 1) * ROWS; i++) {
        hash = Grams.mixed(hash * 31 + least[i]);
      }
      bands[band] = hash;
    }
    return bands;
  }
}
