package dev.chatstream.core.event;

import java.util.UUID;

/// What the store keeps of what is being written: the text in the input, the prompts of before, the templates.
public sealed interface WritingCommand extends Command.ForStore {

  /// Keep what is written in the input and was not sent, for the next start; an empty text keeps nothing.
  record KeepInput(String text) implements WritingCommand {}

  /// Give back what the last run kept of its input.
  record TakeInput() implements WritingCommand {}

  /// Keep a question that was sent among the earlier prompts.
  record KeepPrompt(String prompt) implements WritingCommand {}

  /// Read the earlier prompts of all chats.
  ///
  /// @param show whether the person wants to see them
  record ReadPrompts(boolean show) implements WritingCommand {}

  /// Read the templates of prompts.
  record ReadTemplates() implements WritingCommand {}

  /// Keep this text as a template.
  record KeepTemplate(String name, String text) implements WritingCommand {}

  /// Keep what is written in the input for when this chat, which was left, is opened again.
  record KeepUnsent(UUID chat, String text) implements WritingCommand {}

  /// Give back what was written in this chat when it was left.
  record TakeUnsent(UUID chat) implements WritingCommand {}
}
