package dev.chatstream.core.run;

/// How far a row is.
public enum RowState {
  /// Nobody has begun it.
  WAITING("waiting"),
  /// The model is asked just now.
  RUNNING("running"),
  /// It was begun and its run ended in the middle; it is done again.
  CUT("cut"),
  /// Its answer is on the disk.
  DONE("done"),
  /// It failed, as often as it is tried.
  FAILED("failed"),
  /// It was left out.
  SKIPPED("skipped");

  private final String title;

  RowState(String title) {
    this.title = title;
  }

  /// Its name in tables.
  public String title() {
    return title;
  }

  /// Whether it still has to be done.
  public boolean open() {
    return this == WAITING || this == CUT;
  }
}
