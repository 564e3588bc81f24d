package dev.chatstream.store;

import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.PreferenceLines;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.core.preference.Problem;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `.store/settings.properties`: what a person may also write by hand, `name = value` a line, `#` before a comment. It
/// needs no parser to be loaded, so it can be read before the first frame. Lines that are not known stay as they are.
public final class SettingsFile {

  /// How the file is called.
  public static final String NAME = "settings.properties";

  private final Path file;
  private final Path locks;
  private final AtomicFile writer;

  /// The settings of this data root.
  public SettingsFile(DataRoot root) {
    this.file = root.internal().resolve(NAME);
    this.locks = root.locks();
    this.writer = new AtomicFile(FileOps.DISK);
  }

  /// What is set. Mistakes stand beside the values; a file that can't be read counts as empty, which is told there,
  /// too.
  public Preferences read() {
    try {
      return PreferenceLines.read(lines());
    } catch (StoreException unreadable) {
      String why = unreadable.failure().sentence() + " The usual settings count.";
      return Preferences.USUAL.with(List.of(new Problem(1, 1, why)));
    }
  }

  /// Writes this setting; the other lines stay, those that another window wrote meanwhile too. The first time of all a
  /// whole file is written, with what each setting is for.
  ///
  /// @param value one that it can have; empty leaves it to the program
  public void set(Preference preference, String value) throws StoreException {
    try (LockFile lock = LockFile.take(locks, "settings", NAME, LockFile.WAIT)) {
      String text = String.join("\n", PreferenceLines.with(lines(), preference, value)) + "\n";
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      writer.replace(file, out -> out.write(bytes));
    }
  }

  /// The lines, each with the carriage return that it may have.
  private List<String> lines() throws StoreException {
    String text = PropertyLines.text(file);
    List<String> lines = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      lines.add(text.substring(begin, end < 0 ? text.length() : end));
      begin = end < 0 ? text.length() : end + 1;
    }
    return lines;
  }
}
