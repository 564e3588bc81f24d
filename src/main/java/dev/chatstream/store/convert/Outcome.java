package dev.chatstream.store.convert;

/// What came, or would come, of an import.
///
/// @param chat whether it is a chat, else a list
/// @param source the file's name
/// @param format what it was read as, in words
/// @param rows rows or messages
/// @param doubtful how many of them are doubtful
/// @param damage what of the file is damaged, in words; empty when nothing is
/// @param file the file in the library: made, or to be made, or there already
/// @param state what was done
public record Outcome(
    boolean chat, String source, String format, long rows, long doubtful, String damage, String file, State state) {

  /// What was done.
  public enum State {
    /// Nothing yet; it would be made.
    WOULD_MAKE,
    /// The copy is on the disk.
    MADE,
    /// The same file was brought in before.
    THERE_ALREADY,
    /// It stands in the library in today's format.
    NOTHING_TO_DO
  }

  /// Where the file is in the data root.
  public String place() {
    return (chat ? "chats/" : "task_lists/") + file;
  }

  Outcome as(State newState, String newFile) {
    return new Outcome(chat, source, format, rows, doubtful, damage, newFile, newState);
  }
}
