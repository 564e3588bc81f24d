package dev.chatstream.core.task;

import java.util.UUID;

/// Where the message is that a row was made of.
///
/// @param file of the chat: its file name, empty for one that was never named; for [Kind#TRASH] its path
/// @param chat the chat that holds it now, which is another one where its messages were appended there
public record SourcePlace(Kind kind, String file, UUID chat, UUID message) {

  /// What became of it.
  public enum Kind {
    /// In a chat, on its path or a branch.
    CHAT,
    /// Its chat is there, but does not hold it any more.
    NO_MESSAGE,
    /// Its chat is in the trash.
    TRASH,
    /// Nothing holds it.
    GONE
  }
}
