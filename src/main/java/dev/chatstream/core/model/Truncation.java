package dev.chatstream.core.model;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Tells from the server's count of a prompt that it cut the history without a word. Servers leave out the oldest
/// messages, all but the system's, until the rest fits the window; what they count is the rest. A count alone proves
/// nothing, since some versions count only what was not in their cache: so it is only believed where the history can't
/// have fitted.
public final class Truncation {

  /// What is certainly there of an estimate that knows nothing of the model: the densest text has six letters a token.
  private static final double SURE = 0.5;

  /// The same where the model's counts are known.
  private static final double SURE_KNOWN = 0.9;

  private Truncation() {}

  /// The messages that fell out, the oldest first; empty when nothing did, or it is not certain.
  ///
  /// @param sent what was sent, the question last
  /// @param counted tokens of the prompt by the server; below 1 when it gave none
  /// @param window the window in force, in tokens
  public static List<UUID> fallen(List<Message> sent, long counted, TokenRate rate, int window) {
    double least = least(sent, rate);
    if (counted <= 0 || least <= window || counted >= least) {
      return List.of();
    }
    return beyond(sent, Math.min(counted, window), rate);
  }

  /// How many tokens these are at least: by the estimate, or by the last count and what was added to it. (A count of
  /// the uncached rest only makes that less.)
  private static double least(List<Message> sent, TokenRate rate) {
    double known = rate.known() ? SURE_KNOWN * rate.counted() / rate.estimated() : SURE;
    double byEstimate = known * ContextEstimate.prompt(sent);
    for (int i = sent.size() - 1; i >= 0; i--) {
      Metrics metrics = sent.get(i).metrics();
      if (metrics.promptTokens() > 0) {
        // The answer itself: its thoughts are not sent again, so its own count may be too large.
        double added = known * ContextEstimate.prompt(sent.subList(i, sent.size()));
        return Math.max(byEstimate, i == 0 ? 0 : metrics.promptTokens() + added);
      }
    }
    return byEstimate;
  }

  /// What lies beyond this many tokens, counted from the newest message. The question itself is never left out, but a
  /// part of it when it alone is too long; then it is what is named.
  private static List<UUID> beyond(List<Message> sent, long tokens, TokenRate rate) {
    double each = rate.known() ? rate.counted() / rate.estimated() : 0.75;
    double room = tokens * 1.02;
    List<UUID> fallen = new ArrayList<>();
    for (Message message : sent.reversed()) {
      if (message.role() == Role.SYSTEM) {
        continue;
      }
      room -= each * ContextEstimate.of(message);
      if (room < 0 && message != sent.getLast()) {
        fallen.addFirst(message.id());
      }
    }
    return fallen.isEmpty() ? List.of(sent.getLast().id()) : fallen;
  }
}
