package dev.chatstream.core.chat;

/// One message that was changed on both sides, each in its own way.
///
/// @param ours as this window has it
/// @param theirs as the file has it; its id is the same
public record Clash(Message ours, Message theirs) {

  /// What becomes of it.
  public enum Pick {
    /// Ours stays; theirs goes to a copy of the file.
    OURS,
    /// Theirs takes its place; ours goes to a copy of the chat.
    THEIRS,
    /// Ours stays, and theirs stands beside it as a message of its own.
    BOTH
  }
}
