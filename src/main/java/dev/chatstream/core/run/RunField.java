package dev.chatstream.core.run;

/// What can be said about a run before it is begun, in the order of its form.
public enum RunField {
  LIST("list"),
  MODEL("model"),
  PROMPT("prompt"),
  ROWS("rows"),
  PARALLEL("at once");

  private final String title;

  RunField(String title) {
    this.title = title;
  }

  /// Its name in the form.
  public String title() {
    return title;
  }
}
