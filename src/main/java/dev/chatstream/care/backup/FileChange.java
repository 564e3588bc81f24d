package dev.chatstream.care.backup;

import dev.chatstream.care.work.LibraryFile;
import java.util.Locale;

/// What restoring would do, or did, to one file.
///
/// @param difference in words: what comes back and what goes, or why it is left; empty when there is nothing to say
public record FileChange(LibraryFile file, Kind kind, String difference) {

  /// What happens to it.
  public enum Kind {
    /// There is none now; it comes back.
    ADDED,
    /// It becomes what it was; what is there now goes to the trash.
    REPLACED,
    /// It is as it was.
    SAME,
    /// It is left as it is, although it differs.
    LEFT,
    /// It is left as it is, because its copy in the backup is damaged.
    DAMAGED;

    /// As it is printed.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
