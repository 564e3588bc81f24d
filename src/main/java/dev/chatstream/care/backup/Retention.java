package dev.chatstream.care.backup;

import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Trees;
import dev.chatstream.care.work.UtcName;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tinylog.Logger;

/// How many backups stay: those of the settings `backup_keep` (30) at most, none older than `backup_days` (90). The
/// three newest stay however old they are, and so does the newest whose manifest can be read.
final class Retention {

  private static final int ALWAYS = 3;

  private final Care care;
  private final BackupFolders folders;
  private final String kept;

  /// @param kept one that is needed at the moment; empty when none is
  Retention(Care care, BackupFolders folders, String kept) {
    this.kept = kept;
    this.care = care;
    this.folders = folders;
  }

  /// Removes the others.
  ///
  /// @return their names
  List<String> apply() throws StoreException {
    List<String> removed = new ArrayList<>();
    for (String name : surplus()) {
      try {
        Trees.delete(care.ops(), folders.folder().resolve(name));
        removed.add(name);
      } catch (StoreException e) {
        Logger.warn("the old backup {} stays: {}", name, e.getMessage());
      }
    }
    return removed;
  }

  private List<String> surplus() throws StoreException {
    Preferences settings = new SettingsFile(care.root()).read();
    long keep = Math.max(ALWAYS, settings.number(Preference.BACKUP_KEEP));
    Instant oldest = care.clock().instant().minus(Duration.ofDays(settings.number(Preference.BACKUP_DAYS)));
    String readable = folders.newestReadable().orElse("");
    List<String> surplus = new ArrayList<>();
    List<String> names = folders.names();
    for (int i = ALWAYS; i < names.size(); i++) {
      String name = names.get(i);
      boolean old = UtcName.parse(name).orElseThrow().isBefore(oldest);
      if ((i >= keep || old) && !name.equals(readable) && !name.equals(kept)) {
        surplus.add(name);
      }
    }
    return surplus;
  }
}
