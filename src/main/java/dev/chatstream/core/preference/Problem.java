package dev.chatstream.core.preference;

/// A mistake in a file that a person wrote.
///
/// @param line from 1
/// @param column from 1, in characters, where the mistake begins
/// @param sentence what is wrong, what is allowed, and what counts instead
public record Problem(int line, int column, String sentence) {

  /// With the place, as compilers write it.
  public String in(String file) {
    return file + ":" + line + ":" + column + ": " + sentence;
  }
}
