package dev.chatstream.core.chat;

import java.time.Instant;
import java.util.UUID;

/// What the picker shows of a chat.
///
/// @param id the chat's id; null only when the file is damaged
/// @param file its file name in `chats/`; empty for a draft
/// @param title its title, or the first question of a draft
/// @param messages how many messages its active path has
/// @param model who answered last; empty when nobody did
/// @param changed when it was last written
/// @param labels its tags, and whether it is pinned
/// @param bytes how large its file is
/// @param problem why it can't be opened (where the id is null) or written to, in words; empty when all is well
public record ChatSummary(
    UUID id, String file, String title, int messages, String model, Instant changed, ChatLabels labels, long bytes,
    String problem) {

  /// One without labels.
  public ChatSummary(UUID id, String file, String title, int messages, String model, Instant changed, String problem) {
    this(id, file, title, messages, model, changed, ChatLabels.NONE, 0, problem);
  }

  /// True for a file that can't be read.
  public boolean damaged() {
    return id == null;
  }

  /// True for a chat that was never named.
  public boolean draft() {
    return file.isEmpty();
  }
}
