package dev.chatstream.model;

import java.time.Duration;

/// How long a chat waits.
///
/// @param firstToken until the first piece of the answer. Long: Ollama sends its headers with the first token, so
///     loading the model and reading the prompt count
/// @param idle between two pieces after that
public record Patience(Duration firstToken, Duration idle) {

  /// What the program uses: ten minutes, two minutes.
  public static final Patience DEFAULT = new Patience(Duration.ofSeconds(600), Duration.ofSeconds(120));
}
