package dev.chatstream.care.work;

import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.file.DataRoot;
import org.tinylog.Logger;

/// What a person set for backups, the trash and the clean-up.
public final class Settings {

  private static final long MOST = 100_000;

  private final SettingsFile file;

  /// Those of this data root.
  public Settings(DataRoot root) {
    this.file = new SettingsFile(root);
  }

  /// A number from 1 to 100,000; the other one where there is none, or none that can be one.
  public long number(String name, long otherwise) {
    String text = file.get(name).orElse("");
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      Logger.debug(e, "{} is no number", name);
    }
    Logger.warn("the setting {} = {} is none; {} counts", name, text, otherwise);
    return otherwise;
  }
}
