package dev.chatstream.core.chat;

import java.util.Locale;
import java.util.Optional;

/// How a message ended. In files: the lower-case constant name.
public enum MessageState {
  /// Whole: typed and sent, or the model said that it was done.
  DONE,
  /// The person stopped the reply; what had come is kept.
  STOPPED,
  /// The connection ended before the model said that it was done.
  CUT,
  /// The model or the server reported an error; what had come is kept.
  FAILED;

  private static final MessageState[] ALL = values();

  /// The name used in files.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state with this wire name, or empty when it is unknown.
  public static Optional<MessageState> parse(String wireName) {
    for (MessageState state : ALL) {
      if (state.name().equalsIgnoreCase(wireName)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
