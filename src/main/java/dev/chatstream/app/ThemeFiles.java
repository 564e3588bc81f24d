package dev.chatstream.app;

import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.term.ColourDepth;
import dev.chatstream.term.TerminalTraits;
import dev.chatstream.ui.theme.Theme;
import dev.chatstream.ui.theme.ThemeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.tinylog.Logger;

/// The theme files: a person's own in the data root, before those that come with the program. They are small; all are
/// read ahead by a worker, so that showing one costs the loop no reading.
final class ThemeFiles {

  private static final String ENDING = ".properties";
  private static final long LARGEST = 64 * 1024;

  private final List<Path> folders;
  private final TerminalTraits asked;
  private volatile TerminalTraits traits;
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private volatile List<String> known = List.of();

  /// @param folders the first one that has a theme wins
  ThemeFiles(List<Path> folders, TerminalTraits traits) {
    this.folders = folders;
    this.asked = traits;
    this.traits = traits;
  }

  /// Draws with so many colours from now on.
  ///
  /// @param setting a value of the setting; `auto` goes by the environment
  ColourDepth useColours(String setting) {
    ColourDepth depth = switch (setting) {
      case "none" -> ColourDepth.NONE;
      case "16" -> ColourDepth.SIXTEEN;
      case "256" -> ColourDepth.TWO_FIFTY_SIX;
      case "truecolour" -> ColourDepth.TRUE_COLOUR;
      default -> asked.depth();
    };
    traits = asked.withDepth(depth);
    return depth;
  }

  /// The theme that is set, if there is one of that name; else the plain one that the terminal can show.
  String chosen(Preferences preferences) {
    String wanted = preferences.text(Preference.THEME);
    String usual = traits.depth() == ColourDepth.NONE ? "mono" : ThemeReader.ROOT;
    return !wanted.isEmpty() && has(wanted) ? wanted : usual;
  }

  /// Whether there is a theme of this name.
  boolean has(String name) {
    return text(name).isPresent();
  }

  /// The theme of this name, from what was read ahead, else from its file.
  Theme read(String name) {
    return new ThemeReader(traits, this::text).read(name);
  }

  /// Reads all themes ahead and logs what is wrong in them.
  void readAhead() {
    known = names();
    for (String name : known) {
      ThemeReader reader = new ThemeReader(traits, this::text);
      reader.read(name);
      for (String warning : reader.warnings()) {
        Logger.warn(warning);
      }
    }
  }

  /// The names that were read ahead, sorted; without any I/O.
  List<String> known() {
    return known;
  }

  /// The names of all themes, sorted.
  List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (Path folder : folders) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          names.add(name.substring(0, name.length() - ENDING.length()));
        }
      } catch (IOException | DirectoryIteratorException e) {
        Logger.debug("no themes in {}", folder);
      }
    }
    return List.copyOf(names);
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(texts.computeIfAbsent(name, this::file));
  }

  /// Null where there is no such file: then nothing is kept.
  private String file(String name) {
    if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.startsWith(".")) {
      return null;
    }
    for (Path folder : folders) {
      Path file = folder.resolve(name + ENDING);
      try {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST) {
          return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        }
      } catch (IOException e) {
        Logger.warn("the theme {} can't be read: {}", name, e.getMessage());
      }
    }
    return null;
  }
}
