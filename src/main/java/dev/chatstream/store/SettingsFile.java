package dev.chatstream.store;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `.store/settings.properties`: what a person may also write by hand, `name = value` a line, `#` before a comment. It
/// needs no parser to be loaded, so it can be read before the first frame. Lines that are not known stay as they are.
public final class SettingsFile {

  private static final int LARGEST = 1 << 20;

  private final Path file;
  private final AtomicFile writer;

  /// The settings of this data root.
  public SettingsFile(DataRoot root) {
    this.file = root.internal().resolve("settings.properties");
    this.writer = new AtomicFile(FileOps.DISK);
  }

  /// The value of this setting; empty when there is none or the file can't be read.
  public Optional<String> get(String name) {
    try {
      return lines().stream()
          .filter(line -> names(line, name))
          .map(line -> line.substring(line.indexOf('=') + 1).strip())
          .reduce((first, last) -> last);
    } catch (IOException | StoreException unreadable) {
      return Optional.empty();
    }
  }

  /// Writes this setting; the other lines stay.
  public void set(String name, String value) throws StoreException {
    List<String> lines;
    try {
      lines = new ArrayList<>(lines());
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
    lines.removeIf(line -> names(line, name));
    lines.add(name + " = " + value);
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    writer.replace(file, out -> out.write(bytes));
  }

  private List<String> lines() throws IOException, StoreException {
    if (!Files.exists(file)) {
      return List.of();
    }
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      throw new StoreException(new StoreFailure.Unreadable("settings.properties", "it is no settings file"));
    }
    return Files.readAllLines(file, StandardCharsets.UTF_8);
  }

  private static boolean names(String line, String name) {
    int equals = line.indexOf('=');
    return equals > 0 && line.substring(0, equals).strip().equals(name);
  }
}
