package dev.chatstream.core.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A conversation with everything that its file holds. Immutable.
///
/// @param id never changes; made when the conversation begins
/// @param title what people see; empty while the chat has no name
/// @param created when the conversation began
/// @param conversation the active path, oldest first
/// @param branches messages off that path
/// @param savePoints in the order in which they were made
/// @param extra unknown keys of the file, kept; `metadata` holds those of its metadata object
/// @param metadata unknown keys of the file's metadata object, kept
public record Chat(
    UUID id,
    String title,
    Instant created,
    List<Message> conversation,
    List<Message> branches,
    List<SavePoint> savePoints,
    Map<String, Object> metadata,
    Map<String, Object> extra) {

  /// Copies what it is given, so that a chat never changes.
  public Chat {
    conversation = List.copyOf(conversation);
    branches = List.copyOf(branches);
    savePoints = List.copyOf(savePoints);
    metadata = KeptKeys.copy(metadata);
    extra = KeptKeys.copy(extra);
  }

  /// A chat in which nothing has been said yet.
  public static Chat empty(UUID id, Instant now) {
    return new Chat(id, "", now, List.of(), List.of(), List.of(), Map.of(), Map.of());
  }

  /// The id of the last message of the active path.
  public Optional<UUID> head() {
    return conversation.isEmpty() ? Optional.empty() : Optional.of(conversation.getLast().id());
  }

  /// The same chat with this message at the end of its path.
  public Chat plus(Message message) {
    List<Message> longer = new ArrayList<>(conversation.size() + 1);
    longer.addAll(conversation);
    longer.add(message);
    return withConversation(longer);
  }

  /// The same chat with another active path.
  public Chat withConversation(List<Message> path) {
    return new Chat(id, title, created, path, branches, savePoints, metadata, extra);
  }

  /// The same chat under another title.
  public Chat withTitle(String newTitle) {
    return new Chat(id, newTitle, created, conversation, branches, savePoints, metadata, extra);
  }

  /// The same chat with other keys of its file that are no part of the talk.
  public Chat withExtra(Map<String, Object> keys) {
    return new Chat(id, title, created, conversation, branches, savePoints, metadata, keys);
  }

  /// The same chat with other keys of its file's metadata.
  public Chat withMetadata(Map<String, Object> keys) {
    return new Chat(id, title, created, conversation, branches, savePoints, keys, extra);
  }

  /// The same chat with these messages off its path.
  public Chat withBranches(List<Message> beside) {
    return new Chat(id, title, created, conversation, beside, savePoints, metadata, extra);
  }

  /// The same chat with one more save point.
  public Chat plus(SavePoint point) {
    List<SavePoint> more = new ArrayList<>(savePoints);
    more.add(point);
    return new Chat(id, title, created, conversation, branches, more, metadata, extra);
  }
}
