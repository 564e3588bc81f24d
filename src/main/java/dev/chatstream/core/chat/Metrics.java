package dev.chatstream.core.chat;

/// What a finished turn cost, as the server measured it. Durations are nanoseconds; a figure that the server did not
/// give is -1.
///
/// @param totalNanos from the request to the end
/// @param loadNanos loading the model
/// @param promptTokens tokens of the prompt that the model evaluated (after any truncation by the server)
/// @param promptNanos evaluating the prompt
/// @param tokens tokens of the answer
/// @param tokenNanos generating the answer
/// @param firstTokenNanos from the request to the first token, as this program measured it
/// @param thinkingNanos thinking before the answer, as this program measured it
public record Metrics(
    long totalNanos,
    long loadNanos,
    long promptTokens,
    long promptNanos,
    long tokens,
    long tokenNanos,
    long firstTokenNanos,
    long thinkingNanos) {

  /// A turn about which nothing is known.
  public static final Metrics UNKNOWN = new Metrics(-1, -1, -1, -1, -1, -1, -1);

  /// A turn of which nobody measured the thinking.
  public Metrics(
      long totalNanos,
      long loadNanos,
      long promptTokens,
      long promptNanos,
      long tokens,
      long tokenNanos,
      long firstTokenNanos) {
    this(totalNanos, loadNanos, promptTokens, promptNanos, tokens, tokenNanos, firstTokenNanos, -1);
  }
}
