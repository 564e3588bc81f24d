package dev.chatstream.store.chat;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Appends the messages of one chat to the end of another.
final class ChatMerge {

  /// @param chat the target with the new messages
  record Merged(Chat chat, int added, int leftOut) {}

  private ChatMerge() {}

  /// Messages whose id is there already are left out; equal text under another id is kept. The first new one is
  /// marked with where it came from.
  static Merged append(Chat target, Chat source, Instant now) {
    Set<UUID> known = new HashSet<>();
    target.conversation().forEach(message -> known.add(message.id()));
    target.branches().forEach(message -> known.add(message.id()));
    List<Message> path = new ArrayList<>(target.conversation());
    Optional<UUID> parent = target.head();
    int added = 0;
    for (Message message : source.conversation()) {
      if (!known.add(message.id())) {
        continue;
      }
      Message linked = message.withParent(parent);
      path.add(added == 0 ? linked.withAppended(new Message.Appended(source.id(), now)) : linked);
      parent = Optional.of(message.id());
      added++;
    }
    return new Merged(target.withConversation(path), added, source.conversation().size() - added);
  }
}
