package dev.chatstream.core.find;

import java.util.List;

/// What a search has found so far.
///
/// @param typed what was looked for, as it was typed
/// @param hits the newest chat first
/// @param seen how many chats were searched
/// @param total how many there are
/// @param skipped how many of those that were searched could not be read, or are too large
/// @param state how far it is
public record Found(String typed, List<Hit> hits, int seen, int total, int skipped, State state) {

  /// How far a search is.
  public enum State {
    RUNNING,
    /// All was searched.
    DONE,
    /// It has taken as long, read as much or found as much as a search may.
    STOPPED
  }

  /// Nothing was looked for.
  public static final Found NOTHING = new Found("", List.of(), 0, 0, 0, State.DONE);

  /// Copies what it is given.
  public Found {
    hits = List.copyOf(hits);
  }
}
