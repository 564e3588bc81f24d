package dev.chatstream.core.event;

import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.run.RunView;
import java.util.List;

/// What happens to runs of task lists.
public sealed interface RunEvent extends Event {

  /// A form for a new run, or what it would do.
  ///
  /// @param open whether its window is to be opened
  record FormKnown(RunForm form, boolean open) implements RunEvent {}

  /// What came of trying one row.
  record RowTried(RunForm.Trial trial) implements RunEvent {}

  /// Rows would leave this machine, and nobody was asked about that yet.
  ///
  /// @param where the servers that would get them, each with its address
  /// @param trial whether one row was to be tried, else the run was to begin
  record SendingAsked(List<String> where, boolean trial) implements RunEvent {
    /// Copies the list, so that it never changes.
    public SendingAsked {
      where = List.copyOf(where);
    }
  }

  /// How a run is.
  ///
  /// @param open whether its window is to be opened
  record RunSeen(RunView view, boolean open) implements RunEvent {}

  /// What a row was asked and what was answered.
  record RowRead(String title, String text) implements RunEvent {}

  /// Something to know about a run.
  ///
  /// @param warns whether something is wrong
  record RunTold(String sentence, boolean warns) implements RunEvent {}

  /// At the start: a run of earlier is not finished.
  ///
  /// @param index of the row at which it goes on
  record RunUnfinished(String list, long index) implements RunEvent {}
}
