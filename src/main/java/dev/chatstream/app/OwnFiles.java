package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.OwnFile;
import dev.chatstream.core.event.PersonalEvent;
import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.core.preference.PreferenceLines;
import dev.chatstream.store.KeysFile;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.ui.keys.KeyOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files that a person may write by hand: their settings and their keys.
final class OwnFiles {

  private OwnFiles() {}

  /// The file, made with all that can stand in it as comments where it isn't there.
  static Path ready(DataRoot root, OwnFile file) throws IOException {
    boolean keys = file == OwnFile.KEYS;
    Path path = root.internal().resolve(keys ? KeysFile.NAME : SettingsFile.NAME);
    if (!Files.exists(path)) {
      Files.createFile(path, OwnerOnly.forNewFile());
      Files.writeString(path, keys ? KeyOverrides.whole() : String.join("\n", PreferenceLines.whole()) + "\n");
    }
    return path;
  }

  /// What it says now.
  static Event read(DataRoot root, OwnFile file) {
    if (file == OwnFile.SETTINGS) {
      return new PersonalEvent.PreferencesRead(new SettingsFile(root).read());
    }
    try {
      return new PersonalEvent.KeysRead(new KeysFile(root).lines(), "");
    } catch (StoreException refused) {
      return new PersonalEvent.KeysRead(List.of(), refused.failure().sentence());
    }
  }
}
