package dev.chatstream.core.state;

import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.log.LogLevel;
import java.time.Instant;

/// The sentence in the hint line.
///
/// @param words empty when there is none
/// @param level INFO goes with the next key; WARN and ERROR stay for a while at least
/// @param until a key does not clear it before this time
/// @param about what it speaks of; it goes when that is over
public record Notice(Phrase words, LogLevel level, Instant until, About about) {

  /// What a sentence speaks of.
  public enum About {
    /// Something that happened, and stays true.
    NEWS,
    /// A chat that is not on disk.
    SAVING,
    /// What was refused in the dialog in front.
    DIALOG,
    /// Mistakes in the files of a person's own.
    OWN_FILES
  }

  /// Seconds that a warning stays at least.
  public static final long WARNING_SECONDS = 8;

  /// No sentence.
  public static final Notice NONE = new Notice(Phrase.NONE, LogLevel.INFO, Instant.EPOCH, About.NEWS);

  /// Something that went well.
  public static Notice info(String text) {
    return info(Phrase.of(text));
  }

  /// Something that went well, with the key of what comes next.
  public static Notice info(Phrase words) {
    return new Notice(words, LogLevel.INFO, Instant.EPOCH, About.NEWS);
  }

  /// Something that did not.
  public static Notice warning(String text, Instant now) {
    return warning(Phrase.of(text), now);
  }

  /// Something that did not, with the key of what to do.
  public static Notice warning(Phrase words, Instant now) {
    return new Notice(words, LogLevel.WARN, now.plusSeconds(WARNING_SECONDS), About.NEWS);
  }

  /// The same, which goes as soon as this is over.
  public Notice about(About cause) {
    return new Notice(words, level, until, cause);
  }
}
