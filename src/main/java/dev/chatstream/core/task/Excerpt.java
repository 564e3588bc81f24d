package dev.chatstream.core.task;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A text of a chat that is to become a row, and where it comes from.
///
/// @param message the message that it stands in
/// @param model who wrote it; empty for a person
public record Excerpt(UUID message, Role role, String model, String text) {

  /// All of a message.
  public static Excerpt of(Message message) {
    return new Excerpt(message.id(), message.role(), message.model(), message.content());
  }

  /// Another text of the same message.
  public Excerpt with(String other) {
    return new Excerpt(message, role, model, other);
  }

  /// What this scope means in this chat, a text a message; messages with no text are left out.
  ///
  /// @param marked the marked messages
  /// @param message the selected one
  /// @param block the selected part of it; empty when all of it is selected
  public static List<Excerpt> of(
      Chat chat, TaskScope scope, Set<UUID> marked, Optional<UUID> message, String block) {
    List<Message> all = chat.conversation();
    List<Message> selected = message.flatMap(id -> ChatTree.of(chat).message(id)).map(List::of).orElse(List.of());
    List<Message> chosen = switch (scope) {
      case MARKED -> all.stream().filter(one -> marked.contains(one.id())).toList();
      case MESSAGE, BLOCK -> selected;
      case WHOLE_CHAT -> all;
      case LAST_TURN -> all.subList(lastOf(all, Role.USER), all.size());
      case LAST_REPLY -> all.subList(lastOf(all, Role.ASSISTANT), all.size());
      case CODE -> selected.isEmpty() ? all.subList(lastOf(all, Role.ASSISTANT), all.size()) : selected;
    };
    return chosen.stream().map(Excerpt::of)
        .map(one -> scope == TaskScope.BLOCK ? one.with(block) : one)
        .filter(one -> !one.text().isBlank())
        .toList();
  }

  private static int lastOf(List<Message> messages, Role role) {
    int i = messages.size() - 1;
    while (i > 0 && messages.get(i).role() != role) {
      i--;
    }
    return Math.max(i, 0);
  }
}
