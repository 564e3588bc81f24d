package dev.chatstream.core.task;

/// Which messages of a chat become tasks.
public enum TaskScope {
  /// All that the list does not hold yet: what the original program did.
  WHOLE_CHAT("whole chat"),
  /// The last question and its answer.
  LAST_TURN("last turn"),
  /// The last answer.
  LAST_REPLY("last reply");

  private final String title;

  TaskScope(String title) {
    this.title = title;
  }

  /// Its name in the dialog.
  public String title() {
    return title;
  }
}
