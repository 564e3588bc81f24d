package dev.chatstream.core.doubles;

/// What becomes of a row that is a double of an earlier one.
public enum Decision {
  /// It goes, or doesn't come in.
  SKIP("skip"),
  /// Both stay.
  KEEP("keep both"),
  /// Its text stands in the earlier row; it goes itself.
  REPLACE("replace"),
  /// The earlier row takes what it lacks from it; it goes itself.
  MERGE("merge");

  private final String words;

  Decision(String words) {
    this.words = words;
  }

  /// In words.
  public String words() {
    return words;
  }
}
