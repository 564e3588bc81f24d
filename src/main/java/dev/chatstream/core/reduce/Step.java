package dev.chatstream.core.reduce;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.state.AppState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a reducer answers: the new state, and what is to be done because of it.
public record Step(AppState state, List<Command> commands) {

  /// Copies the list, so that a step never changes.
  public Step {
    commands = List.copyOf(commands);
  }

  /// A new state with nothing to do.
  public static Step to(AppState state) {
    return new Step(state, List.of());
  }

  /// The same, and then this is to be done.
  public Step and(Command... more) {
    List<Command> all = new ArrayList<>(commands);
    all.addAll(List.of(more));
    return new Step(state, all);
  }

  /// Goes on from this step's state; what is to be done adds up.
  public Step then(Function<AppState, Step> next) {
    Step second = next.apply(state);
    List<Command> all = new ArrayList<>(commands);
    all.addAll(second.commands);
    return new Step(second.state, all);
  }
}
