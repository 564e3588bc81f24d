package dev.chatstream.care.doctor;

import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.backup.VerifiedCopy;
import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.trash.Trashed;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.Soundness;
import dev.chatstream.store.StoreException;
import java.nio.file.Path;
import java.util.Optional;

/// An older copy of a file that can be read to its end.
///
/// @param from in words, such as `the backup 2026-11-23T20-45-00Z`
record SoundCopy(Path path, String from) {

  /// The newest one of the backups, else of the trash.
  static Optional<SoundCopy> of(Care care, LibraryFile file) throws StoreException {
    Optional<VerifiedCopy> kept = new Backups(care).newestVerified(file);
    if (kept.isPresent()) {
      return Optional.of(new SoundCopy(kept.get().path(), "the backup " + kept.get().backup()));
    }
    for (Trashed trashed : new Trash(care).list()) {
      Path path = care.root().internal().resolve("trash").resolve(trashed.id()).resolve(file.name());
      boolean same = trashed.from().equals(file) && trashed.problem().isEmpty();
      if (same && Soundness.problem(file, path, Optional.empty()).isEmpty()) {
        return Optional.of(new SoundCopy(path, "the trash"));
      }
    }
    return Optional.empty();
  }
}
