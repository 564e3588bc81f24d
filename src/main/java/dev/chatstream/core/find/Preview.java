package dev.chatstream.core.find;

import dev.chatstream.core.chat.Role;
import java.util.List;
import java.util.UUID;

/// How a chat begins and how it ends, to be looked at before it is opened.
///
/// @param file its file name in `chats/`; empty for a draft
/// @param chat its id
/// @param parts the beginnings of some messages, in their order
/// @param problem why there is nothing more to see; empty when all is well
public record Preview(String file, UUID chat, List<Part> parts, String problem) {

  /// A message, or its beginning.
  ///
  /// @param number its place on the path, from 1
  public record Part(int number, Role role, String text) {}

  /// Copies what it is given.
  public Preview {
    parts = List.copyOf(parts);
  }
}
