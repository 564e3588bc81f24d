package dev.chatstream.core.watch;

/// What is timed. All of it in nanoseconds, by a clock that never goes back.
public enum Timing {
  /// One force of a file or a folder to the disk.
  FSYNC("fsync", "fsync"),
  /// Rows added to a task list: the write and its force.
  APPEND("append", "append"),
  /// A file written whole: the temporary file, its force, the rename, the force of the folder.
  REPLACE("replace", "replace"),
  /// From the first token of a batch until the batch is forced into the journal; the wait for the batch is in it.
  JOURNAL_LAG("journal lag", "journal_lag");

  private final String title;
  private final String key;

  Timing(String title, String key) {
    this.title = title;
    this.key = key;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// Its name in files and JSON.
  public String key() {
    return key;
  }
}
