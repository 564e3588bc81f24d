package dev.chatstream.core.run;

import java.util.List;

/// A run as a window shows it.
///
/// @param ours whether this program runs it
/// @param first the number of the first row that is here
/// @param rows those that somebody looks at
/// @param lead the first row that is under way, or the first that is open; where nobody chose one, it is shown
public record RunView(RunPlan plan, RunProgress progress, boolean ours, int first, List<RunRow> rows, int lead) {

  /// Copies the list, so that a view never changes.
  public RunView {
    rows = List.copyOf(rows);
  }
}
