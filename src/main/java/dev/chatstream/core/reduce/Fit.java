package dev.chatstream.core.reduce;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ContextEstimate;
import dev.chatstream.core.model.ContextWindow;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.model.TokenRate;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Whether a question and what goes with it fit the window, before anything is sent.
public final class Fit {

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
    int window = state.window();
    int question = rate.of(ContextEstimate.PER_MESSAGE + ContextEstimate.tokens(text));
    int answer = answer(chat, window);
    int needed = answer + rate.of(ContextEstimate.prompt(chat.context())) + question;
    if (needed <= window) {
      return Optional.empty();
    }
    return Optional.of(new Dialog.Overflow(
        new ModelError.ContextOverflow(needed, window),
        ContextWindow.holding(needed, state.server().chosen()),
        firstThatFits(chat.chat().conversation(), answer + question + system(chat, rate), window, rate),
        again));
  }

  /// The first message of those that fit the window of the moment.
  ///
  /// @param room what else has to fit, in tokens
  static int firstThatFits(AppState state, List<Message> all, int room) {
    TokenRate rate = state.server().watch().rate(state.server().model());
    int answer = answer(state.chat(), state.window());
    return firstThatFits(all, answer + room + system(state.chat(), rate), state.window(), rate);
  }

  /// Tokens that the answer wants of the window: as many as it may have where that was set, else a little; never more
  /// than half of it.
  private static int answer(ChatState chat, int window) {
    int most = chat.settings().values().get(Parameter.NUM_PREDICT) instanceof Number number ? number.intValue() : 0;
    return Math.min(most > 0 ? most : ContextEstimate.ANSWER, window / 2);
  }

  /// How many tokens the chat and the question that waits take together with the answer, when that is more than the
  /// window; empty when it all fits.
  public static OptionalInt beyond(AppState state) {
    ChatState chat = state.chat();
    TokenRate rate = state.server().watch().rate(state.server().model());
    int held = chat.held().isEmpty() ? 0 : ContextEstimate.PER_MESSAGE + ContextEstimate.tokens(chat.held());
    int needed = answer(chat, state.window()) + rate.of(ContextEstimate.prompt(chat.context()) + held);
    return needed > state.window() ? OptionalInt.of(needed) : OptionalInt.empty();
  }

  private static int system(ChatState chat, TokenRate rate) {
    return chat.system().map(prompt -> rate.of(ContextEstimate.of(prompt))).orElse(0);
  }

  private static int firstThatFits(List<Message> all, int taken, int window, TokenRate rate) {
    int room = window - taken;
    int first = all.size();
    while (first > 0) {
      room -= rate.of(ContextEstimate.of(all.get(first - 1)));
      if (room < 0) {
        break;
      }
      first--;
    }
    return taken <= window ? first : -1;
  }
}
