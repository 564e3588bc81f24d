package dev.chatstream.app;

import dev.chatstream.care.backup.Backup;
import dev.chatstream.care.backup.FileChange;
import dev.chatstream.care.backup.RestorePlan;
import dev.chatstream.care.doctor.DoctorReport;
import dev.chatstream.care.doctor.DoctorReport.Fixed;
import dev.chatstream.care.trash.Trashed;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Severity;
import dev.chatstream.core.care.BackupRow;
import dev.chatstream.core.care.ChangeRow;
import dev.chatstream.core.care.FindingRow;
import dev.chatstream.core.care.Findings;
import dev.chatstream.core.care.Grade;
import dev.chatstream.core.care.KeptBackups;
import dev.chatstream.core.care.RestorePreview;
import dev.chatstream.core.care.TrashRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// What the care of the library reports, as the values that windows show.
final class CareRows {

  private CareRows() {}

  static Findings findings(DoctorReport report, Instant at) {
    List<FindingRow> rows = report.findings().stream()
        .map(finding -> new FindingRow(grade(finding.severity()), finding.where(), finding.what(), finding.fix()))
        .sorted(Comparator.comparing(FindingRow::grade))
        .toList();
    return new Findings(at, rows, report.fixed().stream().map(CareRows::words).toList());
  }

  private static Grade grade(Severity severity) {
    return switch (severity) {
      case DAMAGE -> Grade.DAMAGE;
      case WARNING -> Grade.WARNING;
      case INFO -> Grade.INFO;
    };
  }

  private static String words(Fixed fixed) {
    Finding finding = fixed.finding();
    return finding.where() + ": " + fixed.done();
  }

  static KeptBackups backups(List<Backup> all, boolean daily) {
    return new KeptBackups(
        all.stream()
            .map(kept -> new BackupRow(kept.name(), kept.at(), kept.files(), kept.bytes(), kept.problem()))
            .toList(),
        daily);
  }

  static RestorePreview preview(RestorePlan plan) {
    List<ChangeRow> rows = plan.changes().stream()
        .map(change -> new ChangeRow(change.file().relative(), kind(change.kind()), change.difference()))
        .toList();
    return new RestorePreview(plan.from().name(), plan.from().at(), rows, plan.onlyHere());
  }

  private static ChangeRow.Kind kind(FileChange.Kind kind) {
    return switch (kind) {
      case ADDED -> ChangeRow.Kind.ADDED;
      case REPLACED -> ChangeRow.Kind.REPLACED;
      case SAME -> ChangeRow.Kind.SAME;
      case LEFT, DAMAGED -> ChangeRow.Kind.REFUSED;
    };
  }

  static List<TrashRow> trash(List<Trashed> all) {
    return all.stream()
        .map(gone -> new TrashRow(
            gone.id(), gone.from().relative(), gone.at(), by(gone.by()), gone.bytes(), gone.problem()))
        .toList();
  }

  private static String by(String word) {
    return switch (word) {
      case CareBin.BY -> "deleted";
      case "restore" -> "replaced by a restore";
      case "renumber" -> "replaced by renumbering";
      default -> word;
    };
  }
}
