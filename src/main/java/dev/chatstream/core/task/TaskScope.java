package dev.chatstream.core.task;

/// Which part of a chat becomes tasks.
public enum TaskScope {
  /// The messages that were marked.
  MARKED("marked"),
  /// The part of a message that was selected: a paragraph, a list, some code.
  BLOCK("this block"),
  /// The message that was selected.
  MESSAGE("this message"),
  /// All of it: what the original program did.
  WHOLE_CHAT("whole chat"),
  /// The last question and its answer.
  LAST_TURN("last turn"),
  /// The last answer.
  LAST_REPLY("last reply"),
  /// The code of the message that was selected, else of the last answer.
  CODE("code");

  private final String title;

  TaskScope(String title) {
    this.title = title;
  }

  /// Its name in the dialog.
  public String title() {
    return title;
  }
}
