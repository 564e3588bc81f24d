package dev.chatstream.core.event;

import dev.chatstream.core.care.Findings;
import dev.chatstream.core.care.Job;
import dev.chatstream.core.care.JobKind;
import dev.chatstream.core.care.KeptBackups;
import dev.chatstream.core.care.RestorePreview;
import dev.chatstream.core.care.TrashRow;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.watch.StoreFigures;
import java.util.List;

/// From those who look after the store.
public sealed interface CareEvent extends Event {

  /// What the store measured of itself.
  record FiguresRead(StoreFigures figures) implements CareEvent {}

  /// How far the job that runs is; a few times a second at most.
  record JobProgressed(Job job) implements CareEvent {}

  /// A job has ended; what it brought was told before.
  ///
  /// @param sentence what came of it, for the message line; empty for nothing to say
  /// @param failed whether that is a warning
  record JobEnded(JobKind kind, Phrase sentence, boolean failed) implements CareEvent {}

  /// What a look through the library found.
  record LibraryExamined(Findings findings) implements CareEvent {}

  /// The backups that are kept.
  record BackupsRead(KeptBackups kept) implements CareEvent {}

  /// A backup that nobody asked for was made, or failed; it is in the log as well.
  record ScheduledBackup(Phrase sentence, boolean failed) implements CareEvent {}

  /// Something short that was asked for was not done.
  record CareRefused(Phrase sentence) implements CareEvent {}

  /// What restoring a backup would change.
  record RestorePlanned(RestorePreview preview) implements CareEvent {}

  /// These files are as they were in the backup.
  ///
  /// @param files paths below the root
  record FilesRestored(List<String> files) implements CareEvent {}

  /// What lies in the trash, newest first.
  record TrashRead(List<TrashRow> rows) implements CareEvent {}
}
