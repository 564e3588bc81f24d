package dev.chatstream.core.care;

/// What restoring would do to a file.
///
/// @param file its path below the root
/// @param difference in words, such as `2 messages come back`; may be empty
public record ChangeRow(String file, Kind kind, String difference) {

  /// What would happen to it.
  public enum Kind {
    /// It is gone, and comes back.
    ADDED,
    /// It is another one now, which goes to the trash.
    REPLACED,
    /// It is as it was then.
    SAME,
    /// It can't be restored; the difference says why.
    REFUSED
  }
}
