package dev.chatstream.care.backup;

import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatLook;
import dev.chatstream.store.list.ListRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What would come back and what would go if a file became what it was: messages of a chat, rows of a list.
final class Difference {

  private Difference() {}

  /// In words, such as `2 messages come back, 1 goes`.
  static String of(LibraryFile file, Path now, Path then) {
    try {
      return switch (file.area()) {
        case CHATS, DRAFTS -> chats(ChatLook.at(now).chat(), ChatLook.at(then).chat());
        case LISTS -> lists(ListRows.hashes(now), ListRows.hashes(then));
        case THEMES, PRESETS, TEMPLATES, UNSENT, JOURNAL, OWN -> "its content differs";
      };
    } catch (StoreException e) {
      return "one of the two can't be read, so what differs can't be counted";
    }
  }

  private static String chats(Chat now, Chat then) {
    Map<UUID, Message> here = messages(now);
    Map<UUID, Message> there = messages(then);
    int back = 0;
    int differ = 0;
    for (Message message : there.values()) {
      Message same = here.remove(message.id());
      if (same == null) {
        back++;
      } else if (!same.content().equals(message.content())) {
        differ++;
      }
    }
    return words("message", back, here.size(), differ);
  }

  private static Map<UUID, Message> messages(Chat chat) {
    Map<UUID, Message> messages = new HashMap<>();
    chat.branches().forEach(message -> messages.put(message.id(), message));
    chat.conversation().forEach(message -> messages.put(message.id(), message));
    return messages;
  }

  /// Both are sorted.
  private static String lists(long[] now, long[] then) {
    int here = 0;
    int there = 0;
    int back = 0;
    int go = 0;
    while (here < now.length || there < then.length) {
      if (there == then.length || here < now.length && now[here] < then[there]) {
        go++;
        here++;
      } else if (here == now.length || then[there] < now[here]) {
        back++;
        there++;
      } else {
        here++;
        there++;
      }
    }
    return words("row", back, go, 0);
  }

  private static String words(String what, int back, int go, int differ) {
    List<String> words = new ArrayList<>();
    if (back > 0) {
      words.add(count(back, what) + (back == 1 ? " comes back" : " come back"));
    }
    if (go > 0) {
      words.add(count(go, what) + (go == 1 ? " goes" : " go"));
    }
    if (differ > 0) {
      words.add(count(differ, what) + (differ == 1 ? " becomes what it was" : " become what they were"));
    }
    return words.isEmpty() ? "the same " + what + "s, written differently" : String.join(", ", words);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
