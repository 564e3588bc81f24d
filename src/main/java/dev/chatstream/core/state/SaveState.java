package dev.chatstream.core.state;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import java.time.Instant;
import java.util.Optional;

/// Where the chat on the screen stands with the disk.
public sealed interface SaveState {

  /// Nothing has been said yet.
  record Empty() implements SaveState {}

  /// Changes wait for the running turn to end, or are on their way to the disk.
  record Saving() implements SaveState {}

  /// An unnamed chat, kept on disk as it is.
  record Draft() implements SaveState {}

  /// On disk, forced, since then.
  record Saved(Instant at) implements SaveState {}

  /// It could not be written where it belongs; all of it is in this file.
  record Elsewhere(String file) implements SaveState {}

  /// The last write failed; the text is in memory only.
  record NotSaved(StoreFailure failure) implements SaveState {

    /// What writes the chat all the same: the same again, or a copy where its own file will never be written.
    public Action wayOut() {
      boolean never = failure instanceof StoreFailure.NewerVersion
          || failure instanceof StoreFailure.ChangedElsewhere
          || failure instanceof StoreFailure.DamagedElsewhere;
      return never ? Action.SAVE_AS : Action.SAVE;
    }
  }

  /// The chat can only be read, because its file is damaged or newer than this program.
  ///
  /// @param path of the file, such as `chats/old.json`
  /// @param copied when its newest good copy was made; empty when there is none
  record ReadOnly(StoreFailure why, String path, Optional<Instant> copied) implements SaveState {}
}
