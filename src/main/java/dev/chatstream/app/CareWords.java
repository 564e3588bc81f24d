package dev.chatstream.app;

import dev.chatstream.care.backup.BackupReport;
import dev.chatstream.care.backup.RestoreReport;
import dev.chatstream.care.doctor.DoctorReport;
import dev.chatstream.care.doctor.DoctorReport.Fixed;
import dev.chatstream.ui.text.Words;

/// What came of the care of the library, as sentences for the message line and the log.
final class CareWords {

  private CareWords() {}

  static String made(BackupReport report) {
    int files = report.copied() + report.linked();
    String left = report.leftOut().isEmpty()
        ? ""
        : " Left out " + Words.count(report.leftOut().size(), "file") + " that can't be read. Esc D says which.";
    return "Backed up " + Words.count(files, "file") + ", " + (report.copied() == 0 ? "none" : report.copied())
        + " new or changed (" + Words.bytes(report.written()) + ")." + left;
  }

  static String mended(DoctorReport report) {
    int left = report.findings().size();
    long mended = report.fixed().stream().filter(Fixed::mended).count();
    return "Mended " + Words.count(mended, "finding") + ", after a backup. "
        + (left == 0 ? "All is well." : Words.count(left, "finding") + " left.");
  }

  static String restored(RestoreReport report) {
    String left = report.left().isEmpty() ? "" : " Left as they are: " + report.left().size() + ".";
    String replaced = report.replaced().isEmpty() ? "" : " What was there is in the trash (Esc T).";
    return "Restored " + Words.count(report.done().size(), "file") + "." + replaced + left;
  }

  static String freed(long bytes) {
    return "The trash is empty; " + Words.bytes(bytes) + " got free.";
  }
}
