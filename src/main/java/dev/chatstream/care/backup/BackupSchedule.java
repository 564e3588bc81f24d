package dev.chatstream.care.backup;

import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.work.Area;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Backups once a day, as long as the setting `backup` is not `off`. Whoever runs it asks at the start of the program
/// and each [#CHECK_EVERY] after it, on a thread for long work.
public final class BackupSchedule {

  /// How often to ask.
  public static final Duration CHECK_EVERY = Duration.ofHours(1);

  private static final Duration DAY = Duration.ofDays(1);
  private static final Set<Area> WORTH_IT = EnumSet.of(Area.CHATS, Area.LISTS, Area.DRAFTS);

  private final Care care;

  /// That of this library.
  public BackupSchedule(Care care) {
    this.care = care;
  }

  /// Whether backups are made by themselves.
  public boolean on() {
    return !new SettingsFile(care.root()).read().is(Preference.BACKUP, "off");
  }

  /// Switches them on or off.
  public void set(boolean on) throws StoreException {
    new SettingsFile(care.root()).set(Preference.BACKUP, on ? "daily" : "off");
  }

  /// Whether one is to be made now: they are on, none was made within a day, and there is something to keep. A backup
  /// from the future, which a clock that was wrong has left, doesn't count.
  public boolean due() throws StoreException {
    if (!on()) {
      return false;
    }
    Instant now = care.clock().instant();
    for (Backup backup : new Backups(care).list()) {
      boolean recent = !backup.at().isAfter(now) && backup.at().isAfter(now.minus(DAY));
      if (recent && backup.problem().isEmpty()) {
        return false;
      }
    }
    return worthIt();
  }

  /// Whether there is a chat or a list at all.
  public boolean worthIt() throws StoreException {
    return LibraryFile.all(care.root()).stream().anyMatch(file -> WORTH_IT.contains(file.area()));
  }

  /// Makes one when it is due, and empties the trash of what has been there for too long. When another process makes
  /// one at this moment, that one is as good.
  public Optional<BackupReport> runIfDue(JobListener listener) throws StoreException, Cancelled {
    if (!due()) {
      return Optional.empty();
    }
    try {
      BackupReport made = new Backups(care).make(listener);
      Trash trash = new Trash(care);
      trash.empty(trash.expired());
      return Optional.of(made);
    } catch (StoreException e) {
      if (e.failure() instanceof StoreFailure.Busy) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
