package dev.chatstream.store.chat;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.chat.Joined;
import java.util.List;

/// What came of saving, or looking again at, a chat that others may write, too.
public sealed interface Outcome {

  /// The file holds what we have.
  record Same(StoredChat stored) implements Outcome {}

  /// Somebody else had changed the file: both versions are one now.
  ///
  /// @param stored what the file holds
  /// @param copy where a version that was not chosen is kept, relative to the data root; empty when nothing had to be
  record Together(Joined joined, StoredChat stored, String copy) implements Outcome {}

  /// The same message was changed on both sides; nothing was written.
  record Clashing(Chat theirs, List<Clash> clashes) implements Outcome {}

  /// The file is gone; nothing was written.
  ///
  /// @param now the file that holds this chat now; empty when there is none
  record Gone(String now) implements Outcome {}
}
