package dev.chatstream.engine.server;

import java.io.IOException;
import java.util.List;

/// What makes text: the one place where a binding to a model stands. One caller at a time, except [#facts()].
interface Generator {

  /// What the model file says about itself.
  ModelFacts facts();

  /// The window the model is loaded with, in tokens; 0 before the first [#load(int)].
  int contextTokens();

  /// Loads the model, unless it is loaded with as large a window.
  ///
  /// @param contextTokens the least window
  /// @throws ApiException when it can't be loaded; 400 when it is loaded with a smaller window
  void load(int contextTokens) throws ApiException;

  /// The prompt that the model's own template makes of a chat, ending where the model's answer begins.
  String applyTemplate(List<ChatMessage> messages) throws ApiException;

  /// The number of tokens in a text, its special tokens included.
  int countTokens(String text);

  /// Generates until the model ends, the limit is reached, or the sink wants no more. An interrupt ends it within one
  /// token, or within one batch of the prompt.
  ///
  /// @throws IOException what the sink threw
  Outcome generate(String prompt, Sampling sampling, PieceSink sink)
      throws ApiException, InterruptedException, IOException;

  /// The text as a vector, for search: what the model made of it at its last token.
  ///
  /// @throws ApiException when the text is too long or the binding can't
  float[] embed(String text) throws ApiException;

  /// Takes the text as it comes, in whole characters. A piece may be empty.
  interface PieceSink {

    /// Takes the next piece, and says whether to go on.
    boolean take(String piece) throws IOException;
  }

  /// One message of a chat.
  ///
  /// @param role system, user or assistant
  record ChatMessage(String role, String content) {}

  /// How an answer ended.
  ///
  /// @param generatedTokens what the model made
  /// @param atLimit whether it ended because no more tokens were allowed
  /// @param promptNanos until the first token
  /// @param evalNanos from the first token on
  record Outcome(int generatedTokens, boolean atLimit, long promptNanos, long evalNanos) {}
}
