package dev.chatstream.core.model;

import dev.chatstream.core.chat.Message;
import java.util.List;

/// Guesses how many tokens a history takes, before it is sent. Errs upwards: an overflow that was not foreseen loses
/// the oldest messages silently, one foreseen wrongly costs a question.
///
/// The rule: three characters of Latin script are a token (in English it is nearer four), any other character is
/// one and a third; a message costs four more for the template, and the answer wants room of its own.
public final class ContextEstimate {

  /// Tokens that a chat template adds around a message.
  public static final int PER_MESSAGE = 4;

  /// Tokens that are left free for the answer.
  public static final int ANSWER = 256;

  private ContextEstimate() {}

  /// Tokens of this history together with room for an answer.
  public static int tokens(List<Message> history) {
    return (int) Math.min((long) ANSWER + prompt(history), Integer.MAX_VALUE);
  }

  /// Tokens of this history alone.
  public static int prompt(List<Message> history) {
    long sum = 0;
    for (Message message : history) {
      sum += of(message);
    }
    return (int) Math.min(sum, Integer.MAX_VALUE);
  }

  /// Tokens of this message with what the template adds.
  public static int of(Message message) {
    return PER_MESSAGE + tokens(message.content());
  }

  /// Tokens of this text.
  public static int tokens(String text) {
    long thirds = 0;
    for (int i = 0; i < text.length(); i++) {
      thirds += text.charAt(i) < 0x250 ? 1 : 4;
    }
    return (int) Math.min((thirds + 2) / 3, Integer.MAX_VALUE);
  }
}
