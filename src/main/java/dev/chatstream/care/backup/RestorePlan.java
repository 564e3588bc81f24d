package dev.chatstream.care.backup;

import dev.chatstream.care.backup.FileChange.Kind;
import dev.chatstream.care.work.Content;
import java.util.List;
import java.util.Optional;

/// What restoring would do. Nothing has been changed.
///
/// @param from the backup
/// @param onlyHere how many files of today the backup doesn't have; they stay as they are
public record RestorePlan(Backup from, List<Planned> planned, int onlyHere) {

  /// One file of the plan.
  ///
  /// @param entry what it becomes
  /// @param now what it is; empty when there is none
  public record Planned(FileChange change, Manifest.Entry entry, Optional<Content> now) {

    /// Whether there is anything to do.
    boolean changes() {
      return change.kind() == Kind.ADDED || change.kind() == Kind.REPLACED;
    }
  }

  /// What would happen to each file.
  public List<FileChange> changes() {
    return planned.stream().map(Planned::change).toList();
  }

  /// Whether there is anything to do.
  public boolean changesAnything() {
    return planned.stream().anyMatch(Planned::changes);
  }
}
