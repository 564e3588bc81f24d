package dev.chatstream.core.chat;

import java.util.List;

/// Messages as plain text, for pagers and pipes: who spoke on a line of its own, what was said below it. Exactly what
/// was written: whoever shows it on a terminal makes it harmless first.
public final class ChatText {

  private ChatText() {}

  /// These messages, one below the other.
  public static String of(List<Message> messages) {
    StringBuilder text = new StringBuilder();
    for (Message message : messages) {
      text.append(who(message)).append(":\n").append(message.content().stripTrailing()).append("\n\n");
    }
    return text.toString();
  }

  private static String who(Message message) {
    boolean named = message.role() == Role.ASSISTANT && !message.model().isEmpty();
    return named
        ? message.model().replace('\n', ' ')
        : message.role() == Role.USER ? "You" : message.role().wireName();
  }
}
