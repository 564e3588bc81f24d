package dev.chatstream.store.convert;

/// What a list is written as for other programs.
public enum ListFormat {
  /// CSV for spreadsheets: all columns, formulas made harmless.
  CSV("csv", "A cell that a spreadsheet would take for a formula begins with ' there."),
  /// A Markdown checklist.
  MD("md", "A checklist holds the text and whether it is done; all else is in the list only."),
  /// An array of objects, with all columns as texts.
  JSON("json", ""),
  /// todo.txt, a task a line.
  TXT("todo", "todo.txt holds the text on one line, done, priority, dates, category and tags; all else is "
      + "in the list only."),
  /// What Taskwarrior imports.
  TASK("task", "Taskwarrior gets text, state, times, priority (A, B, C as H, M, L), category and tags; all else is in "
      + "the list only.");

  private final String word;
  private final String lost;

  ListFormat(String word, String lost) {
    this.word = word;
    this.lost = lost;
  }

  /// Its name on the command line.
  public String word() {
    return word;
  }

  /// What it can't hold, as a sentence; empty when it holds all.
  public String lost() {
    return lost;
  }
}
