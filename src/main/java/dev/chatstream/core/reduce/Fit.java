package dev.chatstream.core.reduce;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ContextEstimate;
import dev.chatstream.core.model.ContextWindow;
import dev.chatstream.core.model.TokenRate;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import java.util.List;
import java.util.Optional;

/// Whether a question and what goes with it fit the window, before anything is sent.
final class Fit {

  private Fit() {}

  /// Why a new question does not fit, and what can be done; empty when it fits.
  static Optional<Dialog.Overflow> overflow(AppState state, String text) {
    return overflow(state, state.chat(), text, false);
  }

  /// The same for a question that is asked again.
  ///
  /// @param asked the chat with that question at its end
  static Optional<Dialog.Overflow> overflowAgain(AppState state, Chat asked) {
    List<Message> path = asked.conversation();
    Chat before = asked.withConversation(path.subList(0, path.size() - 1));
    return overflow(state, state.chat().changed(before), path.getLast().content(), true);
  }

  private static Optional<Dialog.Overflow> overflow(AppState state, ChatState chat, String text, boolean again) {
    TokenRate rate = state.server().watch().rate(state.server().model());
    int question = rate.of(ContextEstimate.PER_MESSAGE + ContextEstimate.tokens(text));
    int needed = ContextEstimate.ANSWER + rate.of(ContextEstimate.prompt(chat.context())) + question;
    int window = state.window();
    if (needed <= window) {
      return Optional.empty();
    }
    return Optional.of(new Dialog.Overflow(
        new ModelError.ContextOverflow(needed, window),
        ContextWindow.holding(needed, state.server().chosen()),
        firstThatFits(chat.chat().conversation(), question + system(chat, rate), window, rate),
        again));
  }

  /// The first message of those that fit the window of the moment.
  ///
  /// @param room what else has to fit, in tokens
  static int firstThatFits(AppState state, List<Message> all, int room) {
    TokenRate rate = state.server().watch().rate(state.server().model());
    return firstThatFits(all, room + system(state.chat(), rate), state.window(), rate);
  }

  private static int system(ChatState chat, TokenRate rate) {
    return chat.system().map(prompt -> rate.of(ContextEstimate.of(prompt))).orElse(0);
  }

  private static int firstThatFits(List<Message> all, int taken, int window, TokenRate rate) {
    int room = window - taken - ContextEstimate.ANSWER;
    int first = all.size();
    while (first > 0) {
      room -= rate.of(ContextEstimate.of(all.get(first - 1)));
      if (room < 0) {
        break;
      }
      first--;
    }
    boolean questionFits = taken + ContextEstimate.ANSWER <= window;
    return questionFits ? first : -1;
  }
}
