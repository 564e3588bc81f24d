package dev.chatstream.core.task;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import java.util.List;
import java.util.UUID;

/// A row that is to be appended; the store gives it its index, id and times.
///
/// @param source `chatId/messageId`, or empty when it was typed by hand
/// @param model who wrote the text; empty for a person
public record NewTask(Role role, String content, String source, String model) {

  /// A row for each of these messages, in their order. Messages with no text are left out: a list has no use for them.
  public static List<NewTask> fromMessages(UUID chatId, List<Message> messages) {
    return messages.stream()
        .filter(message -> !message.content().isBlank())
        .map(message -> new NewTask(
            message.role(), message.content(), source(chatId, message.id()), message.model()))
        .toList();
  }

  /// How a row names the message it was made from.
  public static String source(UUID chatId, UUID messageId) {
    return chatId + "/" + messageId;
  }
}
