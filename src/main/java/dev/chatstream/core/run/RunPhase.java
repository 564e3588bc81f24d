package dev.chatstream.core.run;

/// What a run is doing.
public enum RunPhase {
  /// Rows are under way.
  RUNNING("running"),
  /// The server is gone or busy, or the disk is full; it goes on by itself.
  HELD_UP("held up"),
  /// Somebody has to say that it goes on.
  PAUSED("paused"),
  /// What is under way is let go.
  STOPPING("stopping"),
  /// No process runs it; rows are left.
  STOPPED("stopped"),
  /// Each row is done, failed or was left out.
  FINISHED("finished");

  private final String title;

  RunPhase(String title) {
    this.title = title;
  }

  /// Its name in tables.
  public String title() {
    return title;
  }
}
