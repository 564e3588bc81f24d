package dev.chatstream.core.care;

/// How bad a finding is, the worst first.
public enum Grade {
  DAMAGE("Damaged"),
  WARNING("Not as it should be"),
  INFO("Good to know");

  private final String title;

  Grade(String title) {
    this.title = title;
  }

  /// The heading over findings of this grade.
  public String title() {
    return title;
  }
}
