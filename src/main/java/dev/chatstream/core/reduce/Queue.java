package dev.chatstream.core.reduce;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import java.util.ArrayList;
import java.util.List;

/// Questions that wait for the reply to end: looked at, taken back into the input, removed.
final class Queue {

  private Queue() {}

  /// Shows them.
  static Step open(AppState state) {
    return Step.to(state.open(new Dialog.Queue()));
  }

  /// The last one goes back into the input.
  static Step takeLast(AppState state) {
    List<String> queued = state.chat().queued();
    return queued.isEmpty() ? Step.to(state) : edit(state, queued.size() - 1, queued.getLast());
  }

  /// This one goes back into the input.
  static Step edit(AppState state, int number, String question) {
    AppState shorter = without(state, number, question);
    return shorter == state
        ? gone(state)
        : Step
            .to(shorter.without(Dialog.Queue.class).with(Notice.info("It is no longer queued; Enter queues it again.")))
            .and(new WindowCommand.PutInput(question));
  }

  /// This one is not sent.
  static Step drop(AppState state, int number, String question) {
    AppState shorter = without(state, number, question);
    if (shorter == state) {
      return gone(state);
    }
    AppState after = shorter.chat().queued().isEmpty() ? shorter.without(Dialog.Queue.class) : shorter;
    return Step.to(after.with(Notice.info(Phrase.of("Removed.").then(Action.PROMPTS, "has it still."))));
  }

  private static Step gone(AppState state) {
    return Step.to(state.with(Notice.info("That question has been sent meanwhile.")));
  }

  /// The same state when it has been sent since.
  private static AppState without(AppState state, int number, String question) {
    List<String> fewer = new ArrayList<>(state.chat().queued());
    if (number >= fewer.size() || !fewer.get(number).equals(question)) {
      return state;
    }
    fewer.remove(number);
    return state.with(state.chat().withQueue(fewer));
  }
}
