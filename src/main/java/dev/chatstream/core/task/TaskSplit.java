package dev.chatstream.core.task;

/// How what is chosen of a chat becomes rows.
public enum TaskSplit {
  /// One row a message.
  MESSAGE("a message"),
  /// One row an entry of a list; what is nested in it stays with it. Text around the lists is left out.
  ITEM("a list item"),
  /// One row an entry of a list at any depth, each with its own text alone.
  NESTED("a nested item"),
  /// One row a paragraph; a heading goes with what follows it.
  PARAGRAPH("a paragraph"),
  /// A model is asked which tasks there are.
  MODEL("by the model");

  private final String title;

  TaskSplit(String title) {
    this.title = title;
  }

  /// Its name in the dialog.
  public String title() {
    return title;
  }
}
