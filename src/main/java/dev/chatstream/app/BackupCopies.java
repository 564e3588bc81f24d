package dev.chatstream.app;

import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.backup.VerifiedCopy;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.GoodCopies;
import dev.chatstream.store.file.GoodCopy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.tinylog.Logger;

/// Finds whole copies in the backups: the store, which knows no backups, asks for them when a file is damaged.
final class BackupCopies implements GoodCopies {

  private final Care care;

  BackupCopies(Care care) {
    this.care = care;
  }

  @Override
  public Optional<GoodCopy> newest(String file, Predicate<Path> sound) {
    try {
      Optional<LibraryFile> known = LibraryFile.of(file);
      Optional<VerifiedCopy> copy = known.isEmpty()
          ? Optional.empty()
          : new Backups(care).newestVerified(known.get());
      return copy
          .filter(found -> sound.test(found.path()))
          .map(found -> new GoodCopy(found.path(), found.at(), found.sha256()));
    } catch (StoreException e) {
      Logger.warn(e, "no copy of {} was looked for", file);
      return Optional.empty();
    }
  }
}
