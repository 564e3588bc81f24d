package dev.chatstream.core.run;

import java.time.Instant;
import java.util.Optional;

/// What became of one row with one model.
///
/// @param answer as far as it came; whole when the state is done
/// @param error a sentence; empty when there is none
/// @param millis -1 when it has not ended
/// @param promptTokens -1 when nobody knows
/// @param tokens -1 when nobody knows
/// @param attempt which one this came of; 0 when it was never begun
public record RowResult(
    int job,
    FrozenRow row,
    String model,
    RowState state,
    String answer,
    String error,
    long millis,
    long promptTokens,
    long tokens,
    int attempt,
    Optional<Instant> at) {

  /// The number of the row that people see.
  public long index() {
    return row.index();
  }
}
