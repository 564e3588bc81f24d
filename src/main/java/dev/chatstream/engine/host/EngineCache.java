package dev.chatstream.engine.host;

import dev.chatstream.core.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The folder with the engine's model files, shared by all data roots of a person.
///
/// @param folder absolute
public record EngineCache(Path folder) {

  /// `${XDG_CACHE_HOME:-~/.cache}/async-chat-stream`. A relative XDG_CACHE_HOME doesn't count (XDG Base Directory 0.8).
  public static EngineCache of(Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base = Path.of(xdg);
    Path home = base.isAbsolute() ? base : Path.of(System.getProperty("user.home"), ".cache");
    return new EngineCache(home.resolve("async-chat-stream"));
  }

  /// Makes the folder, for its owner only.
  ///
  /// @throws EngineException when it can't be made or written
  void make() throws EngineException {
    try {
      Files.createDirectories(folder);
      OwnerOnly.folder(folder);
    } catch (IOException e) {
      throw notWritable(e);
    }
    if (!Files.isWritable(folder)) {
      throw notWritable(null);
    }
  }

  private EngineException notWritable(IOException cause) {
    return new EngineException("The engine can't write to " + folder + ". Set XDG_CACHE_HOME to a folder of yours.",
        cause);
  }

  /// @throws EngineException when less than `bytes` are free, with both figures
  void needRoom(long bytes) throws EngineException {
    long free;
    try {
      free = Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new EngineException("The room on the disk of " + folder + " can't be read: " + e.getMessage() + ".", e);
    }
    if (free < bytes) {
      throw new EngineException("The model needs " + megabytes(bytes) + " in " + folder + "; " + megabytes(free)
          + " are free. Make room, or set XDG_CACHE_HOME to another disk.");
    }
  }

  private static String megabytes(long bytes) {
    return bytes / 1_000_000 + " MB";
  }
}
