package dev.chatstream.core.care;

import java.time.Instant;
import java.util.List;

/// What restoring a backup would change; nothing has been changed yet.
///
/// @param backup its name
/// @param at when it was made
/// @param onlyHere how many files the backup doesn't have; they stay as they are
public record RestorePreview(String backup, Instant at, List<ChangeRow> changes, int onlyHere) {

  /// Copies the list, so that a preview never changes.
  public RestorePreview {
    changes = List.copyOf(changes);
  }

  /// Those of this kind.
  public List<ChangeRow> of(ChangeRow.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }
}
