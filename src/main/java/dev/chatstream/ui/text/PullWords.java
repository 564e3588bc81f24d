package dev.chatstream.ui.text;

import dev.chatstream.core.model.Pull;
import dev.chatstream.ui.theme.Glyphs;

/// How far a pull is, in words.
public final class PullWords {

  /// Seconds without a byte after which that is said.
  private static final long QUIET = 5;

  private PullWords() {}

  /// `######........ 42% of 2.5 GB, 11 MB/s, 2:10 left`; what isn't known yet is left out.
  ///
  /// @param bar columns of the bar; 0 for none
  public static String of(Pull pull, Glyphs glyphs, int bar) {
    return switch (pull.stage()) {
      case QUEUED -> "waits" + at(pull);
      case STOPPED -> "stopped" + at(pull);
      case FAILED -> "broke off" + at(pull);
      case RUNNING -> running(pull, glyphs, bar);
    };
  }

  private static String at(Pull pull) {
    return pull.total() > 0 ? " at " + pull.percent() + "% of " + Words.bytes(pull.total()) : "";
  }

  private static String running(Pull pull, Glyphs glyphs, int bar) {
    if (pull.total() <= 0) {
      return pull.what();
    }
    StringBuilder words = new StringBuilder();
    if (bar > 0) {
      words.append(glyphs.bar(bar, pull.percent() / 100.0)).append(' ');
    }
    words.append(pull.percent()).append("% of ").append(Words.bytes(pull.total()));
    if (pull.quietSeconds() >= QUIET) {
      return words.append(", nothing for ").append(pull.quietSeconds()).append(" s").toString();
    }
    if (pull.bytesPerSecond() > 0) {
      words.append(", ").append(Words.bytes(pull.bytesPerSecond())).append("/s");
    }
    if (pull.secondsLeft() >= 0) {
      words.append(", ").append(Words.span(pull.secondsLeft())).append(" left");
    }
    return words.toString();
  }
}
