package dev.chatstream.core.event;

import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.run.RunWish;
import dev.chatstream.core.run.ServerModels;
import java.util.List;
import java.util.Optional;

/// What is done about runs of task lists, on threads of their own.
public sealed interface RunCommand extends Command {

  /// Show what there is: a run that is under way or not finished, else the form of a new one.
  ///
  /// @param from who would answer a new one
  record OpenRun(ServerModels from) implements RunCommand {}

  /// Show the form of a new run.
  ///
  /// @param list its file; empty for the one that was used last
  /// @param from who would answer
  /// @param rows which rows, as a filter; empty for those of the last time
  record NewRun(String list, ServerModels from, Optional<String> rows) implements RunCommand {}

  /// See what a run would do.
  record PreviewRun(RunForm form) implements RunCommand {}

  /// Ask about the first row only.
  record TryRow(RunForm form) implements RunCommand {}

  /// Rows may be sent to these servers from now on.
  record AllowSending(List<String> where) implements RunCommand {}

  /// Begin it.
  record StartRun(RunForm form) implements RunCommand {}

  /// Tell how the run is that was shown last, as soon as that is something new.
  ///
  /// @param first the number of the first row that is looked at
  record LookAtRun(int first) implements RunCommand {}

  /// Read what a row was asked and what was answered.
  record ReadRow(int job) implements RunCommand {}

  /// Do this with the run that was shown last.
  record WishRun(RunWish wish) implements RunCommand {}
}
