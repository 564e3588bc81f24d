package dev.chatstream.core.model;

import java.util.List;

/// A system prompt and parameters under a name, to lead other chats like this one.
///
/// @param file its file's name in `.store/presets`
/// @param name what people see
/// @param problems what its file says and nobody can use, each with file and line; the rest counts
public record Preset(String file, String name, ChatSettings settings, List<String> problems) {

  /// Copies the list, so that it never changes.
  public Preset {
    problems = List.copyOf(problems);
  }
}
