package dev.chatstream.care.verify;

import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.Severity;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatLook;
import dev.chatstream.store.file.RegularFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Looks at chats, one after the other: whether each can be read, and what is odd about it. Remembers their ids, so
/// that two chats with one id are told. One thread.
public final class ChatCheck {

  private static final String CHECK = "chat";

  private final Care care;
  private final Map<UUID, String> ids = new HashMap<>();

  /// For chats and drafts of this library.
  public ChatCheck(Care care) {
    this.care = care;
  }

  /// What is the matter with a chat or draft.
  public List<Finding> look(LibraryFile file) {
    try {
      if (RegularFile.look(file.path(care.root())).isEmpty()) {
        return List.of();
      }
    } catch (StoreException e) {
      return List.of(Finding.of(Severity.WARNING, CHECK, file.relative(), e));
    }
    try {
      ChatLook look = ChatLook.at(file.path(care.root()));
      return oddities(file, look);
    } catch (StoreException e) {
      return List.of(Finding.of(Severity.DAMAGE, CHECK, file.relative(), e));
    }
  }

  private List<Finding> oddities(LibraryFile file, ChatLook look) {
    List<Finding> found = new ArrayList<>();
    if (look.schema() > ChatLook.NEWEST) {
      found.add(finding(Severity.INFO, file, "a newer version of this program wrote it, so it can only be read"));
    } else if (look.schema() < ChatLook.NEWEST) {
      found.add(finding(Severity.INFO, file, "it is in the original program's form; saving it brings it up to date"));
    }
    String other = ids.putIfAbsent(look.chat().id(), file.relative());
    if (other != null) {
      found.add(finding(Severity.WARNING, file, "it has the same id as " + other + "; opened by id, that one opens"));
    }
    int doubled = doubled(look.chat());
    if (doubled > 0) {
      found.add(finding(Severity.WARNING, file, "ids that two of its messages share: " + doubled));
    }
    int orphans = orphans(look.chat());
    if (orphans > 0) {
      found.add(finding(Severity.WARNING, file, "messages that follow one it doesn't have: " + orphans));
    }
    return found;
  }

  private static Finding finding(Severity severity, LibraryFile file, String what) {
    return Finding.of(severity, CHECK, file.relative(), what);
  }

  private static Stream<Message> messages(Chat chat) {
    return Stream.concat(chat.conversation().stream(), chat.branches().stream());
  }

  private static int doubled(Chat chat) {
    Set<UUID> seen = new HashSet<>();
    return (int) messages(chat).filter(message -> !seen.add(message.id())).count();
  }

  private static int orphans(Chat chat) {
    Set<UUID> known = new HashSet<>();
    messages(chat).forEach(message -> known.add(message.id()));
    return (int) messages(chat)
        .filter(message -> message.parent().isPresent() && !known.contains(message.parent().get()))
        .count();
  }
}
