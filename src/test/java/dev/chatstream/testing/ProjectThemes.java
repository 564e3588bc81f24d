package dev.chatstream.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The themes that come with the program.
final class ProjectThemes {

  private ProjectThemes() {}

  /// The file of the theme of this name.
  static Optional<String> text(String name) {
    try {
      return Optional.of(Files.readString(Path.of("themes", name + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
