package dev.chatstream.core.run;

import java.time.Instant;

/// One line of a run's journal. `job` is the number of an answer, as in [RunPlan#jobs].
public sealed interface RunRecord {

  /// About one answer.
  sealed interface OfJob extends RunRecord {
    /// Its number.
    int job();
  }

  /// The model is about to be asked.
  ///
  /// @param attempt from 1
  record Began(int job, int attempt, Instant at) implements OfJob {}

  /// A part of an answer that isn't whole yet.
  record Came(int job, int attempt, String text) implements OfJob {}

  /// The answer is whole.
  ///
  /// @param millis from the question to the end of the answer
  /// @param promptTokens -1 when the server did not tell
  /// @param tokens of the answer; -1 when the server did not tell
  record Done(int job, int attempt, String answer, long millis, long promptTokens, long tokens, Instant at)
      implements OfJob {}

  /// There is no answer.
  ///
  /// @param error as a sentence
  /// @param kind tells failures that are alike
  /// @param last whether it is not tried again by itself
  record Failed(int job, int attempt, String error, String kind, boolean last, long millis, Instant at)
      implements OfJob {}

  /// It is left out.
  record Skipped(int job, String why, Instant at) implements OfJob {}

  /// What failed or was left out is to be done all the same.
  record Again(int job, Instant at) implements OfJob {}

  /// Something about the run as a whole.
  record Noted(Kind kind, String words, Instant at) implements RunRecord {
    /// What it is about.
    public enum Kind {
      /// A process has begun or gone on with it.
      STARTED,
      /// Nothing is begun any more until somebody says so, or what holds it up has gone.
      PAUSED,
      /// It goes on.
      WENT_ON,
      /// The process let it go before its last row.
      STOPPED,
      /// Each row is done, failed or was left out.
      FINISHED
    }
  }
}
