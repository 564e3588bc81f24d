package dev.chatstream.care.doctor;

import dev.chatstream.care.backup.Backup;
import dev.chatstream.care.backup.BackupSchedule;
import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.trash.Trashed;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Quarantine;
import dev.chatstream.care.work.Severity;
import dev.chatstream.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Looks at what is kept besides: the backups' age and manifests, the trash.
final class KeptChecks {

  private static final Duration OLD = Duration.ofDays(7);

  private final Care care;
  private final Diagnosis diagnosis;

  KeptChecks(Care care, Diagnosis diagnosis) {
    this.care = care;
    this.diagnosis = diagnosis;
  }

  void look() throws StoreException {
    List<Backup> backups = new Backups(care).list();
    for (Backup backup : backups) {
      if (!backup.problem().isEmpty()) {
        diagnosis.add(
            Finding.of(Severity.DAMAGE, "backup", ".store/backups/" + backup.name(), backup.problem()),
            "moves it to the quarantine",
            () -> aside(backup));
      }
    }
    age(backups);
    Trash trash = new Trash(care);
    for (Trashed trashed : trash.list()) {
      if (!trashed.problem().isEmpty()) {
        diagnosis.add(Finding.of(Severity.WARNING, "trash", ".store/trash/" + trashed.id(), trashed.problem()));
      }
    }
    for (String id : trash.unknown()) {
      diagnosis.add(Finding.of(Severity.WARNING, "trash", ".store/trash/" + id, "nobody knows what it was"));
    }
  }

  private String aside(Backup backup) throws StoreException {
    Path path = care.root().internal().resolve("backups").resolve(backup.name());
    return "it is .store/quarantine/" + new Quarantine(care).move(path) + " now";
  }

  /// Mending begins with a backup, so nothing else is to be done for these.
  private void age(List<Backup> backups) throws StoreException {
    BackupSchedule schedule = new BackupSchedule(care);
    Instant now = care.clock().instant();
    boolean recent = backups.stream()
        .anyMatch(backup -> backup.problem().isEmpty() && backup.at().isAfter(now.minus(OLD)));
    if (recent || !schedule.worthIt()) {
      return;
    }
    String what = backups.isEmpty() ? "there is no backup yet" : "the newest backup is older than a week";
    Severity severity = schedule.on() ? Severity.INFO : Severity.WARNING;
    String off = schedule.on() ? "" : ", and backups are switched off";
    diagnosis.add(
        Finding.of(severity, "backup", ".store/backups", what + off), "makes one", () -> "it was made before all else");
  }
}
