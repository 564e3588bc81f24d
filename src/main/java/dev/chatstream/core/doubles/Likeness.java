package dev.chatstream.core.doubles;

/// How like two texts are, as a person is told.
public enum Likeness {
  /// The same but for case, spaces and punctuation.
  EXACT("the same"),
  /// So like that one of them is probably superfluous.
  DUPLICATE("a duplicate"),
  /// Like, and perhaps meant to be.
  SIMILAR("similar");

  /// From this part in common on, two texts are offered as duplicates.
  public static final double DUPLICATE_FROM = 0.9;

  /// From this part in common on, two texts are similar.
  public static final double SIMILAR_FROM = 0.6;

  private final String words;

  Likeness(String words) {
    this.words = words;
  }

  /// In words: `similar`.
  public String words() {
    return words;
  }

  /// Of two texts that have this part in common, from [#SIMILAR_FROM] to 1.
  ///
  /// @param exact whether their normal forms are the same
  public static Likeness of(double part, boolean exact) {
    if (exact) {
      return EXACT;
    }
    return part >= DUPLICATE_FROM ? DUPLICATE : SIMILAR;
  }
}
