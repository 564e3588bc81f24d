package dev.chatstream.core.event;

import dev.chatstream.core.input.Template;
import java.util.List;
import java.util.UUID;

/// What happened to what a person writes.
public sealed interface Writing extends Event {

  /// The person's editor has changed a text that was in the input.
  record TextEdited(String text) implements Writing {}

  /// Another program had the terminal, and has given it back.
  ///
  /// @param trouble why it could not do its work, as a sentence; empty when it could
  record GuestLeft(String trouble) implements Writing {}

  /// The earlier prompts of all chats, each once, the last asked last.
  ///
  /// @param show whether the person wants to see them
  record PromptsRead(List<String> prompts, boolean show) implements Writing {}

  /// What was written in this chat when it was left; empty for nothing.
  record UnsentTaken(UUID chat, String text) implements Writing {}

  /// The templates of prompts, by name.
  record TemplatesRead(List<Template> templates) implements Writing {}

  /// A template is on disk.
  record TemplateKept(String file) implements Writing {}

  /// The last question that waits is wanted back in the input.
  record QueuedWanted() implements Writing {}
}
