package dev.chatstream.core.event;

import dev.chatstream.core.run.RunField;
import java.util.List;

/// What a person chose about a run of a task list.
public sealed interface RunChoice extends Choice.OnRun {

  /// Put a run of this list together.
  record NewRun(String list) implements RunChoice {}

  /// Change this about the run that is being put together.
  record WantField(RunField field) implements RunChoice {}

  /// This is to stand in a field of it.
  record SetField(RunField field, String text) implements RunChoice {}

  /// Try one row of it.
  record TryRow() implements RunChoice {}

  /// Begin it.
  record Start() implements RunChoice {}

  /// Rows may be sent to these servers, now and from now on.
  ///
  /// @param where as [RunEvent.SendingAsked] named them
  /// @param trial whether one row is tried, else the run begins
  record AllowSending(List<String> where, boolean trial) implements RunChoice {}
}
