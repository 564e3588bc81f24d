package dev.chatstream.care.merge;

import dev.chatstream.care.work.Content;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.core.merge.MergeResult;
import dev.chatstream.store.list.MergeFiles;

/// What merging would do. Nothing has been changed.
///
/// @param other what is merged in, as a person knows it
/// @param now what the list holds, so that nothing else is done to another state of it
/// @param read the list as it was read
public record MergePlan(LibraryFile file, String other, Content now, MergeFiles read, MergeResult result) {

  /// Whether there is anything to do.
  public boolean nothing() {
    return result.changes().isEmpty() && result.rows().equals(read.side().rows());
  }
}
