package dev.chatstream.core.care;

import java.time.Instant;
import java.util.List;

/// What a look at the whole library found.
///
/// @param at when it ended
/// @param rows the worst first
/// @param fixed what was mended before, a sentence each
public record Findings(Instant at, List<FindingRow> rows, List<String> fixed) {

  /// Copies the lists, so that findings never change.
  public Findings {
    rows = List.copyOf(rows);
    fixed = List.copyOf(fixed);
  }

  /// How many of them mending would do something about.
  public long fixable() {
    return rows.stream().filter(row -> !row.fix().isEmpty()).count();
  }
}
