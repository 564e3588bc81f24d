package dev.chatstream.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A model that a server has in memory.
///
/// @param bytes how much memory it takes in all; 0 when unknown
/// @param videoBytes how much of that is on a graphics card
/// @param until when the server lets it go; empty when it doesn't say
/// @param contextTokens the window that it was loaded with; 0 when unknown
public record LoadedModel(String name, long bytes, long videoBytes, Optional<Instant> until, int contextTokens) {

  /// Whoever stays longer than this stays for ever: that is how servers write it.
  private static final Duration FOR_EVER = Duration.ofDays(365);

  /// Whether it stays until somebody sends it away.
  public boolean stays(Instant now) {
    return until.isPresent() && until.get().isAfter(now.plus(FOR_EVER));
  }

  /// Whether it is still in memory then, as far as is known.
  public boolean there(Instant now) {
    return until.isEmpty() || until.get().isAfter(now);
  }

  /// Whether it can take a question with this window without being loaded anew.
  public boolean serves(int window, Instant now) {
    return there(now) && (contextTokens == 0 || contextTokens == window);
  }

  /// The one of these with this name.
  public static Optional<LoadedModel> named(List<LoadedModel> all, String name) {
    return all.stream().filter(one -> ModelChoice.names(name, one.name())).findFirst();
  }
}
