package dev.chatstream.care.backup;

import dev.chatstream.care.trash.Trashed;
import dev.chatstream.care.work.Finding;
import java.util.List;
import java.util.Optional;

/// What came of restoring.
///
/// @param before the backup of how it was; empty when there was nothing to restore
/// @param done the files that were restored
/// @param left those that were not, and why
/// @param replaced what was there before, now in the trash
public record RestoreReport(
    Optional<BackupReport> before, List<FileChange> done, List<Finding> left, List<Trashed> replaced) {}
