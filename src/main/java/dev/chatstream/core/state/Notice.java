package dev.chatstream.core.state;

import dev.chatstream.core.log.LogLevel;
import java.time.Instant;

/// The sentence in the hint line.
///
/// @param text empty when there is none
/// @param level INFO goes with the next key; WARN and ERROR stay for a while at least
/// @param until a key does not clear it before this time
public record Notice(String text, LogLevel level, Instant until) {

  /// Seconds that a warning stays at least.
  public static final long WARNING_SECONDS = 8;

  /// No sentence.
  public static final Notice NONE = new Notice("", LogLevel.INFO, Instant.EPOCH);

  /// Something that went well.
  public static Notice info(String text) {
    return new Notice(text, LogLevel.INFO, Instant.EPOCH);
  }

  /// Something that did not.
  public static Notice warning(String text, Instant now) {
    return new Notice(text, LogLevel.WARN, now.plusSeconds(WARNING_SECONDS));
  }
}
