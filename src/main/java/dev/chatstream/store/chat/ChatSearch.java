package dev.chatstream.store.chat;

import dev.chatstream.core.find.Found;
import dev.chatstream.store.StoreException;

/// Finds chats by the words in them. Today by reading them one after the other ([ChatScan]); an index can take its
/// place. Takes no lock and changes nothing. One thread.
public interface ChatSearch {

  /// Hears what is found, and says whether to go on.
  interface Listener {

    /// Asked before each chat and each message.
    ///
    /// @return false as soon as nobody waits for it any more
    boolean wanted();

    /// Another chat was searched.
    ///
    /// @param so makes a copy of what is known so far
    /// @param hit whether it is one more hit
    void searched(Snapshot so, boolean hit);
  }

  /// Gives a copy of what is known so far, for those who want one.
  @FunctionalInterface
  interface Snapshot {
    /// The copy.
    Found take();
  }

  /// Searches titles and texts of all chats, named or not, on their paths and on their branches.
  ///
  /// @param typed as a person types it
  /// @return what was found, all or up to where it was ended
  Found search(String typed, Listener listener) throws StoreException;
}
