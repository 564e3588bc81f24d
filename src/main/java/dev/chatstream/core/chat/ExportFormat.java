package dev.chatstream.core.chat;

import java.util.Locale;
import java.util.Optional;

/// What a whole chat can be written as for other programs.
public enum ExportFormat {
  /// Readable text that other programs read, too.
  MARKDOWN("md", "Markdown"),
  /// A page of its own for browsers, without scripts and without anything from elsewhere.
  HTML("html", "HTML"),
  /// As the chat's own file: everything, exactly.
  JSON("json", "JSON");

  private static final ExportFormat[] ALL = values();

  private final String ending;
  private final String title;

  ExportFormat(String ending, String title) {
    this.ending = ending;
    this.title = title;
  }

  /// What file names end in, without the dot; also its name on the command line.
  public String ending() {
    return ending;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// The one after this one, the first after the last.
  public ExportFormat next() {
    return ALL[(ordinal() + 1) % ALL.length];
  }

  /// The format that a file name ends in; empty when it ends in none.
  public static Optional<ExportFormat> of(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    for (ExportFormat format : ALL) {
      if (name.endsWith("." + format.ending)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
