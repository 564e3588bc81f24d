package dev.chatstream.core.chat;

import java.util.List;

/// Two versions of a chat made one.
///
/// @param chat the whole
/// @param added messages that our version lacked
/// @param changed messages that our version had otherwise
/// @param removed messages of ours that somebody else took away
/// @param clashes messages that both changed and nobody has chosen about; while there are any, `chat` has ours of them
public record Joined(Chat chat, int added, int changed, int removed, List<Clash> clashes) {

  /// Copies the list, so that it never changes.
  public Joined {
    clashes = List.copyOf(clashes);
  }
}
