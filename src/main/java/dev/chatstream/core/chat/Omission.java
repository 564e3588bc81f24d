package dev.chatstream.core.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Which messages of a chat the model does not get, by the person's choice, and what stands in their place. Kept with
/// the chat, in its metadata under `context`; the messages themselves stay in the chat as they are.
///
/// @param leftOut the ids of those messages
/// @param summary sent in their place; empty for nothing
public record Omission(Set<UUID> leftOut, String summary) {

  /// Nothing is left out.
  public static final Omission NONE = new Omission(Set.of(), "");

  private static final String KEY = "context";
  private static final String LEFT_OUT = "left_out";
  private static final String SUMMARY = "summary";

  /// What the model reads before a summary.
  private static final String BEFORE_SUMMARY = "Summary of the earlier part of this conversation:\n";

  /// Copies the set, so that it never changes.
  public Omission {
    leftOut = Set.copyOf(leftOut);
  }

  /// What is left out of this chat. What can't be read leaves nothing out.
  public static Omission of(Chat chat) {
    if (!(chat.metadata().get(KEY) instanceof Map<?, ?> kept)) {
      return NONE;
    }
    Set<UUID> ids = new LinkedHashSet<>();
    if (kept.get(LEFT_OUT) instanceof Collection<?> all) {
      all.forEach(id -> id(id).ifPresent(ids::add));
    }
    return new Omission(ids, kept.get(SUMMARY) instanceof String words ? words : "");
  }

  private static Optional<UUID> id(Object value) {
    try {
      return Optional.of(UUID.fromString(String.valueOf(value)));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  /// The chat with this choice in the place of an earlier one; what else stands there stays.
  public Chat in(Chat chat) {
    Map<String, Object> metadata = new LinkedHashMap<>(chat.metadata());
    Map<String, Object> context = new LinkedHashMap<>();
    if (metadata.get(KEY) instanceof Map<?, ?> before) {
      before.forEach((key, value) -> context.put(String.valueOf(key), value));
    }
    context.put(LEFT_OUT, leftOut.stream().map(UUID::toString).sorted().toList());
    context.put(SUMMARY, summary);
    metadata.put(KEY, context);
    return new Chat(
        chat.id(), chat.title(), chat.created(), chat.conversation(), chat.branches(), chat.savePoints(), metadata,
        chat.extra());
  }

  /// True when all is sent.
  public boolean none() {
    return leftOut.isEmpty() && summary.isEmpty();
  }

  /// These messages without those that are left out; the summary stands behind the system's own words.
  public List<Message> applied(Chat chat, List<Message> path) {
    if (none()) {
      return path;
    }
    List<Message> sent = new ArrayList<>();
    path.stream().filter(message -> !leftOut.contains(message.id())).forEach(sent::add);
    if (!summary.isEmpty()) {
      int at = 0;
      while (at < sent.size() && sent.get(at).role() == Role.SYSTEM) {
        at++;
      }
      sent.add(at, standIn(chat));
    }
    return sent;
  }

  private Message standIn(Chat chat) {
    return new Message(
        chat.id(), Optional.empty(), Role.SYSTEM, BEFORE_SUMMARY + summary, "", chat.created(), "", Map.of(),
        MessageState.DONE, Optional.empty(), Metrics.UNKNOWN, Map.of());
  }
}
