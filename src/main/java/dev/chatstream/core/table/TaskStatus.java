package dev.chatstream.core.table;

import java.util.List;

/// The words that the column `status` knows.
public final class TaskStatus {

  /// Not begun.
  public static final String TO_DO = "todo";

  /// Begun.
  public static final String DOING = "doing";

  /// Done.
  public static final String DONE = "done";

  /// Tried, and it did not work.
  public static final String FAILED = "failed";

  /// All of them, in the order in which a task goes through them.
  public static final List<String> ALL = List.of(TO_DO, DOING, DONE, FAILED);

  private TaskStatus() {}

  /// Whether there is still something to do.
  public static boolean open(String status) {
    return status.equals(TO_DO) || status.equals(DOING);
  }

  /// The one after this; after the last, and after a word of somebody else's, the first.
  public static String next(String status) {
    return ALL.get((ALL.indexOf(status) + 1) % ALL.size());
  }
}
