package dev.chatstream.core.chat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One side of a turn. The text is exactly what came; it is made harmless only where it becomes cells of the screen.
///
/// @param id never changes
/// @param parent the message before it on its path; empty for the first one
/// @param thinking what a thinking model said before its answer; empty when there was none
/// @param model who wrote it; empty for a person
/// @param options the parameters that were sent with the request, by their wire names
/// @param appended set on the first message that came from another chat
/// @param extra keys of the file that this version does not know; kept
public record Message(
    UUID id,
    Optional<UUID> parent,
    Role role,
    String content,
    String thinking,
    Instant created,
    String model,
    Map<String, Object> options,
    MessageState state,
    Optional<Appended> appended,
    Metrics metrics,
    Map<String, Object> extra) {

  /// Where messages that were appended to this chat came from.
  ///
  /// @param from the id of the chat
  /// @param at when
  public record Appended(UUID from, Instant at) {}

  /// Copies the maps, so that a message never changes.
  public Message {
    options = KeptKeys.copy(options);
    extra = KeptKeys.copy(extra);
  }

  /// A message that a person wrote just now.
  public static Message fromUser(UUID id, Optional<UUID> parent, String content, Instant now) {
    return new Message(
        id,
        parent,
        Role.USER,
        content,
        "",
        now,
        "",
        Map.of(),
        MessageState.DONE,
        Optional.empty(),
        Metrics.UNKNOWN,
        Map.of());
  }

  /// A system prompt, as it is sent.
  public static Message fromSystem(UUID id, String content, Instant created) {
    return new Message(
        id,
        Optional.empty(),
        Role.SYSTEM,
        content,
        "",
        created,
        "",
        Map.of(),
        MessageState.DONE,
        Optional.empty(),
        Metrics.UNKNOWN,
        Map.of());
  }

  /// An answer as it ended.
  public static Message fromModel(
      UUID id,
      UUID parent,
      String content,
      String thinking,
      String model,
      Map<String, Object> options,
      MessageState state,
      Metrics metrics,
      Instant now) {
    return new Message(
        id,
        Optional.of(parent),
        Role.ASSISTANT,
        content,
        thinking,
        now,
        model,
        options,
        state,
        Optional.empty(),
        metrics,
        Map.of());
  }

  /// The same message after another one.
  public Message withParent(Optional<UUID> newParent) {
    return new Message(
        id, newParent, role, content, thinking, created, model, options, state, appended, metrics, extra);
  }

  /// The same message as one of its own.
  public Message withId(UUID newId) {
    return new Message(
        newId, parent, role, content, thinking, created, model, options, state, appended, metrics, extra);
  }

  /// The same message, ended otherwise.
  public Message withState(MessageState end) {
    return new Message(
        id, parent, role, content, thinking, created, model, options, end, appended, metrics, extra);
  }

  /// True for a question that got no answer.
  public boolean unanswered() {
    return role == Role.USER && state == MessageState.FAILED;
  }

  /// The same message, marked as the first one that came from another chat.
  public Message withAppended(Appended mark) {
    return new Message(
        id, parent, role, content, thinking, created, model, options, state, Optional.of(mark), metrics, extra);
  }
}
