package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.Leftovers;
import dev.chatstream.store.journal.Recovery;
import java.time.InstantSource;
import org.tinylog.Logger;

/// Brings back, at the start, what earlier processes left unfinished. On the store's thread.
final class RecoveryCommand {

  private final DataRoot root;
  private final ChatStore chats;
  private final Leftovers leftovers;

  RecoveryCommand(DataRoot root, InstantSource clock, ChatStore chats) {
    this.root = root;
    this.chats = chats;
    this.leftovers = new Leftovers(root, clock);
  }

  /// Does it.
  ///
  /// @return what to tell the loop
  Event run() throws StoreException {
    Recovery.Result result = new Recovery(root, chats, FileOps.DISK).run();
    sweep();
    return new Event.ReplyRecovered(result.replies(), result.failures());
  }

  /// What dead processes left is in nobody's way, so a failure here is no failure of the recovery.
  private void sweep() {
    try {
      leftovers.sweep();
    } catch (StoreException stays) {
      Logger.warn("what earlier processes left can't be looked for: {}", stays.failure().sentence());
    }
  }
}
