package dev.chatstream.core.chat;

import java.util.List;

/// A change of what a list shows of a chat; nothing that was said is touched.
public sealed interface ChatChange {

  /// Another title. The chat's file keeps its name, because scripts, backups and the rows of task lists know it by
  /// that.
  record Retitle(String title) implements ChatChange {}

  /// Other tags.
  record Retag(List<String> tags) implements ChatChange {
    /// Copies what it is given.
    public Retag {
      tags = List.copyOf(tags);
    }
  }

  /// Before the others, or no longer.
  record Pin(boolean pinned) implements ChatChange {}

  /// The chat with it.
  default Chat on(Chat chat) {
    ChatLabels labels = ChatLabels.of(chat);
    return switch (this) {
      case Retitle title -> chat.withTitle(title.title());
      case Retag tags -> new ChatLabels(tags.tags(), labels.pinned()).on(chat);
      case Pin pin -> new ChatLabels(labels.tags(), pin.pinned()).on(chat);
    };
  }

  /// What takes it back again from this chat, as that is before it.
  default ChatChange back(Chat before) {
    return switch (this) {
      case Retitle title -> new Retitle(before.title());
      case Retag tags -> new Retag(ChatLabels.of(before).tags());
      case Pin pin -> new Pin(ChatLabels.of(before).pinned());
    };
  }
}
