package dev.chatstream.core.reduce;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Messages by the numbers that people see.
public final class MessageNumbers {

  private MessageNumbers() {}

  /// `message 3`, `messages 1 to 4`, `messages 1, 3 to 5 and 9`; `no messages` for none of this chat's.
  public static String words(Chat chat, Set<UUID> ids) {
    List<String> runs = new ArrayList<>();
    List<Message> all = chat.conversation();
    int count = 0;
    for (int i = 0; i < all.size(); i++) {
      int start = i;
      while (i < all.size() && ids.contains(all.get(i).id())) {
        i++;
      }
      if (i > start) {
        count += i - start;
        runs.add(i == start + 1 ? "" + i : start + 1 + " to " + i);
      }
    }
    if (runs.isEmpty()) {
      return "no messages";
    }
    String last = runs.removeLast();
    String numbers = runs.isEmpty() ? last : String.join(", ", runs) + " and " + last;
    return (count == 1 ? "message " : "messages ") + numbers;
  }
}
