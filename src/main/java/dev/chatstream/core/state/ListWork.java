package dev.chatstream.core.state;

/// A work on a whole list, for which one is chosen first.
public enum ListWork {
  DOUBLES("Doubles in which list?", "find doubles");

  private final String title;
  private final String does;

  ListWork(String title, String does) {
    this.title = title;
    this.does = does;
  }

  /// The question, for the upper edge of its window.
  public String title() {
    return title;
  }

  /// What Enter does.
  public String does() {
    return does;
  }
}
