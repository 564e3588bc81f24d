package dev.chatstream.core.reduce;

import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ModelWatch;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.state.ServerState;
import java.util.Optional;

/// Loads the model when typing starts, so that the first answer does not wait for it.
final class Prewarm {

  private Prewarm() {}

  /// A key was pressed. The first one that types into the input asks for the model; further ones ask nothing until
  /// something else is known.
  static Step key(AppState state, Key key) {
    ServerState server = state.server();
    ModelWatch watch = server.watch();
    boolean types = key.typed() && state.focus() == Panel.INPUT && state.dialogs().isEmpty();
    boolean free = server.up() && !server.model().isEmpty() && state.chat().turn().isEmpty();
    boolean wanted = watch.wishes().prewarm() && watch.warming().isEmpty()
        && watch.absent(server.model(), state.window(), state.now());
    // Whoever else is in memory would have to make room, and may be at work for somebody else.
    boolean alone = watch.loaded().isPresent()
        && watch.loaded().get().stream()
            .noneMatch(one -> one.there(state.now()) && !one.name().equals(server.model()));
    if (!types || !free || !wanted || !alone) {
      return Step.to(state);
    }
    return Step.to(state.with(server.with(watch.withWarming(Optional.of(server.model())))))
        .and(new ModelCommand.Warm(server.model(), state.window()));
  }

  /// The model is there, or it could not be loaded; the question will say why.
  static Step warmed(AppState state) {
    ServerState server = state.server();
    return Step.to(state.with(server.with(server.watch().withWarming(Optional.empty()))))
        .and(new ModelCommand.AskLoaded(Optional.empty()));
  }

  /// From now on, or no more.
  static Step flip(AppState state) {
    boolean on = !state.server().watch().wishes().prewarm();
    String said = on ? "The model is loaded when you start typing." : "The model is loaded by the first question.";
    return PersonalReducer.set(state, Preference.PREWARM, on ? "on" : "off")
        .then(after -> Step.to(after.with(Notice.info(said))));
  }
}
