package dev.chatstream.store;

import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.Preset;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.FolderNames;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.SafeName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// `.store/presets/*.properties`: system prompts and parameters under names, which a person may also write by hand.
public final class PresetFiles {

  private static final String EXTENSION = ".properties";

  private final Path folder;
  private final Path locks;
  private final AtomicFile writer;

  /// The presets of this data root.
  public PresetFiles(DataRoot root) {
    this.folder = root.internal().resolve("presets");
    this.locks = root.locks();
    this.writer = new AtomicFile(FileOps.DISK);
  }

  /// All of them, by name. One that can't be read is there with the reason as its problem.
  public List<Preset> read() throws StoreException {
    List<Preset> presets = new ArrayList<>();
    for (String file : FolderNames.ending(folder, EXTENSION)) {
      presets.add(read(file));
    }
    presets.sort(Comparator.comparing(Preset::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Preset::file));
    return List.copyOf(presets);
  }

  private Preset read(String file) {
    try {
      return PresetLines.read(file, PropertyLines.of(folder.resolve(file)));
    } catch (StoreException unreadable) {
      return new Preset(file, file, ChatSettings.NONE, List.of(unreadable.failure().sentence()));
    }
  }

  /// Keeps these settings under this name. Where there is a file for it, its comments and unknown lines stay.
  ///
  /// @return the file's name
  public String keep(String name, ChatSettings settings) throws StoreException {
    String file = SafeName.of(name, EXTENSION);
    Path path = folder.resolve(file);
    try (LockFile lock = LockFile.take(locks, "preset", file, LockFile.WAIT)) {
      List<String> lines = PresetLines.written(PropertyLines.of(path), name, settings);
      byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
      writer.replace(path, out -> out.write(bytes));
    }
    return file;
  }
}
