package dev.chatstream.core.care;

/// A work on the library that may take long; only one of them runs at a time.
public enum JobKind {
  LOOK("looking through the library"),
  FIX("mending"),
  BACKUP("backing up"),
  PLAN("comparing with the backup"),
  RESTORE("restoring"),
  EMPTY("emptying the trash"),
  COMPARE("looking for doubles");

  private final String title;

  JobKind(String title) {
    this.title = title;
  }

  /// What it does, in lower case.
  public String title() {
    return title;
  }
}
