package dev.chatstream.core.care;

import java.util.List;

/// The backups there are.
///
/// @param rows newest first
/// @param daily whether one is made each day by itself
public record KeptBackups(List<BackupRow> rows, boolean daily) {

  /// Copies the list, so that this never changes.
  public KeptBackups {
    rows = List.copyOf(rows);
  }
}
