package dev.chatstream.store.journal;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.MessageState;
import java.time.Instant;

/// One line of a turn's journal.
sealed interface JournalRecord {

  /// The first one: the question, and all that the answer needs.
  record Began(Asked asked) implements JournalRecord {}

  /// What came in one batch of one kind.
  ///
  /// @param number 1 for the first; a missing number is a hole in the text
  record Came(long number, Instant at, Piece piece) implements JournalRecord {}

  /// The last one: how the turn ended.
  record Ended(long number, Instant at, MessageState state) implements JournalRecord {}
}
