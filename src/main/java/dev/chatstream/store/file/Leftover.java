package dev.chatstream.store.file;

import java.nio.file.Path;
import java.time.Instant;

/// What a process made to be there for a moment only.
///
/// @param changed when it was last written
/// @param bytes its size
/// @param owned whether its process still runs, or it is too young to tell
public record Leftover(Kind kind, Path path, Instant changed, long bytes, boolean owned) {

  /// What it is.
  public enum Kind {
    /// A file that was to take the place of another one.
    TEMPORARY,
    /// A lock file of a chat, a list or a draft that is gone.
    LOCK,
    /// A folder with a text that another program had on the terminal.
    EDITING
  }
}
