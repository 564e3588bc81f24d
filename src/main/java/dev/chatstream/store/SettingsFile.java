package dev.chatstream.store;

import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `.store/settings.properties`: what a person may also write by hand, `name = value` a line, `#` before a comment. It
/// needs no parser to be loaded, so it can be read before the first frame. Lines that are not known stay as they are.
public final class SettingsFile {

  private final Path file;
  private final Path locks;
  private final AtomicFile writer;

  /// The settings of this data root.
  public SettingsFile(DataRoot root) {
    this.file = root.internal().resolve("settings.properties");
    this.locks = root.locks();
    this.writer = new AtomicFile(FileOps.DISK);
  }

  /// The value of this setting; empty when there is none or the file can't be read.
  public Optional<String> get(String name) {
    try {
      return PropertyLines.of(file).stream()
          .filter(line -> names(line, name))
          .map(line -> line.substring(line.indexOf('=') + 1).strip())
          .reduce((first, last) -> last);
    } catch (StoreException unreadable) {
      return Optional.empty();
    }
  }

  /// Writes this setting; the other lines stay, those that another window wrote meanwhile too.
  public void set(String name, String value) throws StoreException {
    try (LockFile lock = LockFile.take(locks, "settings", file.getFileName().toString(), LockFile.WAIT)) {
      List<String> lines = new ArrayList<>(PropertyLines.of(file));
      lines.removeIf(line -> names(line, name));
      lines.add(name + " = " + value);
      byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
      writer.replace(file, out -> out.write(bytes));
    }
  }

  private static boolean names(String line, String name) {
    int equals = line.indexOf('=');
    return equals > 0 && line.substring(0, equals).strip().equals(name);
  }
}
