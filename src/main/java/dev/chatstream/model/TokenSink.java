package dev.chatstream.model;

/// Takes an answer piece by piece.
@FunctionalInterface
public interface TokenSink {

  /// The request is made and goes out as soon as this returns. May block, as until the question is safe.
  default void sending() {}

  /// The next piece of the answer. May block: the stream then waits, and with it the server.
  ///
  /// @param text never empty; exactly what came
  /// @param thinking true for what a thinking model says before its answer
  /// @throws InterruptedException when the thread was interrupted while it waited; this stops the answer
  void token(String text, boolean thinking) throws InterruptedException;
}
