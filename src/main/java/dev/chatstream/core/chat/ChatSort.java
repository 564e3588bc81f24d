package dev.chatstream.core.chat;

import java.util.Comparator;
import java.util.Locale;

/// In which order chats stand in the picker.
public enum ChatSort {
  NEWEST(Comparator.comparing(ChatSummary::changed).reversed()),
  OLDEST(Comparator.comparing(ChatSummary::changed)),
  TITLE(Comparator.comparing((ChatSummary chat) -> chat.title().toLowerCase(Locale.ROOT))),
  SIZE(Comparator.comparingLong(ChatSummary::bytes).reversed());

  private final Comparator<ChatSummary> order;

  ChatSort(Comparator<ChatSummary> order) {
    this.order = order;
  }

  /// How two chats stand to each other; the same ones keep their places.
  public Comparator<ChatSummary> order() {
    return order;
  }

  /// The next one, round the end.
  public ChatSort next() {
    return values()[(ordinal() + 1) % values().length];
  }

  /// Its name, as it is shown and kept.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one with this name; the newest first where there is none.
  public static ChatSort parse(String word) {
    for (ChatSort sort : values()) {
      if (sort.word().equals(word)) {
        return sort;
      }
    }
    return NEWEST;
  }
}
