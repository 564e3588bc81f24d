package dev.chatstream.core.state;

import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.run.RunView;
import java.util.Optional;

/// What is known of runs of task lists.
///
/// @param form the run that is being put together
/// @param view the run that was shown last
/// @param sure whether the person has been told that many rows would run untried
public record RunState(Optional<RunForm> form, Optional<RunView> view, boolean sure) {

  /// Before anybody asked.
  public static final RunState NONE = new RunState(Optional.empty(), Optional.empty(), false);

  /// With this form.
  public RunState with(RunForm known) {
    return new RunState(Optional.of(known), view, sure && form.isPresent() && form.get().list().equals(known.list()));
  }

  /// With this run.
  public RunState with(RunView seen) {
    return new RunState(form, Optional.of(seen), sure);
  }

  /// With the person told.
  public RunState told() {
    return new RunState(form, view, true);
  }
}
