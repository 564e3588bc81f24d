package dev.chatstream.core.reduce;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Turn;
import java.util.Optional;

/// What is said of a reply that stops because its chat leaves the screen. It stays for a while: nobody asked for the
/// stop itself.
final class StoppedReply {

  private StoppedReply() {}

  /// The state with that sentence.
  ///
  /// @param before the state while the reply was still coming
  static AppState told(AppState before, AppState state) {
    Phrase words = words(before);
    return words.isEmpty() ? state : state.with(Notice.warning(words, state.now()));
  }

  /// The sentence; empty when no reply is coming.
  static Phrase words(AppState before) {
    Optional<Turn> turn = before.chat().turn();
    if (turn.isPresent() && !turn.get().silent()) {
      return kept(turn.get().pieces());
    }
    if (turn.isPresent()) {
      return EarlierAnswers.broughtBack(before.chat().chat(), turn.get()).isPresent() ? Phrase.NONE : unanswered();
    }
    return before.chat().steering().second()
        .filter(second -> !second.silent())
        .map(second -> Phrase.of("The second answer stopped; what came is on a branch.")
            .then(Action.OPEN, "goes back."))
        .orElse(Phrase.NONE);
  }

  private static Phrase kept(long pieces) {
    return Phrase.of("Reply stopped, " + pieces + (pieces == 1 ? " token" : " tokens") + " kept.")
        .then(Action.OPEN, "goes back there,")
        .then(Action.CONTINUE, "goes on.");
  }

  private static Phrase unanswered() {
    return Phrase.of("The question before got no answer.")
        .then(Action.OPEN, "goes back there,")
        .then(Action.RETRY, "asks again.");
  }
}
