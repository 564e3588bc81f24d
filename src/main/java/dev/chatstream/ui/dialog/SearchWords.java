package dev.chatstream.ui.dialog;

import dev.chatstream.core.find.Found;
import java.util.Locale;

/// Says how far a search is, and what it left out.
final class SearchWords {

  private SearchWords() {}

  static String of(Found found) {
    String skipped = found.skipped() == 0 ? "" : String.format(Locale.ROOT, ", %,d unreadable", found.skipped());
    return switch (found.state()) {
      case RUNNING -> String.format(Locale.ROOT, "searching %,d of %,d", found.seen(), found.total()) + skipped;
      case DONE -> String.format(Locale.ROOT, "all %,d searched", found.total()) + skipped;
      case STOPPED -> String.format(Locale.ROOT, "stopped at %,d of %,d", found.seen(), found.total()) + skipped;
    };
  }
}
