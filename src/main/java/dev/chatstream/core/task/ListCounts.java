package dev.chatstream.core.task;

import java.util.List;

/// What is in a list.
///
/// @param rows how many; -1 when they were not counted
/// @param open how many of them are to be done
/// @param done how many are done
/// @param tags the most frequent ones, at most [#MOST_TAGS]
public record ListCounts(int rows, int open, int done, List<String> tags) {

  /// So many tags are kept of a list.
  public static final int MOST_TAGS = 5;

  /// Nobody counted.
  public static final ListCounts UNKNOWN = new ListCounts(-1, 0, 0, List.of());

  /// Copies the tags.
  public ListCounts {
    tags = List.copyOf(tags);
  }

  /// Whether they were counted.
  public boolean known() {
    return rows >= 0;
  }
}
