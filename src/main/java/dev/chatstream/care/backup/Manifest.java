package dev.chatstream.care.backup;

import dev.chatstream.care.work.Content;
import dev.chatstream.care.work.LibraryFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a backup holds.
///
/// @param at when it was made
public record Manifest(Instant at, List<Entry> entries) {

  /// Where the last sound copy of a file is kept that was damaged when the backup was made.
  static final String LAST_SOUND = ".last-sound/";

  /// One file of a backup.
  ///
  /// @param file which file of the library it is
  /// @param stored where it lies, below the backup's folder: the file's own path, or that after [#LAST_SOUND]
  /// @param sound whether its content could be read to its end
  public record Entry(LibraryFile file, String stored, Content content, boolean sound) {

    /// Whether this is an older, sound copy beside a damaged one.
    boolean lastSound() {
      return stored.startsWith(LAST_SOUND);
    }
  }

  /// Copies the list.
  public Manifest {
    entries = List.copyOf(entries);
  }

  /// The file as it was when the backup was made.
  public Optional<Entry> current(LibraryFile file) {
    return entries.stream().filter(entry -> !entry.lastSound() && entry.file().equals(file)).findFirst();
  }

  /// The bytes of all its files.
  public long bytes() {
    return entries.stream().mapToLong(entry -> entry.content().size()).sum();
  }
}
