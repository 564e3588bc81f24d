package dev.chatstream.app;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.care.backup.BackupReport;
import dev.chatstream.care.backup.RestoreReport;
import dev.chatstream.care.doctor.DoctorReport;
import dev.chatstream.care.doctor.DoctorReport.Fixed;
import dev.chatstream.ui.text.Words;

/// What came of the care of the library, as sentences for the message line and the log.
final class CareWords {

  private CareWords() {}

  static Phrase made(BackupReport report) {
    int files = report.copied() + report.linked();
    Phrase made = Phrase.of("Backed up " + Words.count(files, "file") + ", "
        + (report.copied() == 0 ? "none" : report.copied()) + " new or changed (" + Words.bytes(report.written())
        + ").");
    return report.leftOut().isEmpty()
        ? made
        : made.then(Phrase.of("Left out " + Words.count(report.leftOut().size(), "file") + " that can't be read."))
            .then(Action.DOCTOR, "says which.");
  }

  static Phrase mended(DoctorReport report) {
    int left = report.findings().size();
    long mended = report.fixed().stream().filter(Fixed::mended).count();
    return Phrase.of("Mended " + Words.count(mended, "finding") + ", after a backup. "
        + (left == 0 ? "All is well." : Words.count(left, "finding") + " left."));
  }

  static Phrase restored(RestoreReport report) {
    String left = report.left().isEmpty() ? "" : " Left as they are: " + report.left().size() + ".";
    Phrase restored = Phrase.of("Restored " + Words.count(report.done().size(), "file") + "." + left);
    return report.replaced().isEmpty() ? restored : restored.then(Action.TRASH, "shows what was there before.");
  }

  static Phrase freed(long bytes) {
    return Phrase.of("The trash is empty; " + Words.bytes(bytes) + " got free.");
  }
}
