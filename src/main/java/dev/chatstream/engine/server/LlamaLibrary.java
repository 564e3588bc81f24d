package dev.chatstream.engine.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Loads the binding's native library out of its jar through a private folder. The binding's own place is a fixed name
/// in the shared temporary folder, where anyone can put a file to be loaded.
final class LlamaLibrary {
  private static final String FOLDER_PROPERTY = "de.kherud.llama.tmpdir";

  private LlamaLibrary() {}

  /// @param cache an owner-only folder
  /// @throws ApiException when it can't be loaded, with the way out
  static void load(Path cache) throws ApiException {
    PrintStream errors = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Path folder = null;
    try {
      folder = Files.createTempDirectory(cache, "library-");
      System.setProperty(FOLDER_PROPERTY, folder.toString());
      // The binding swallows the reason and prints it: that is the only place to learn it from.
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      Class.forName("de.kherud.llama.LlamaModel");
    } catch (IOException | ClassNotFoundException | LinkageError e) {
      throw new ApiException(500, words(said.toString(StandardCharsets.UTF_8)), e);
    } finally {
      System.setErr(errors);
      errors.print(said.toString(StandardCharsets.UTF_8));
      remove(folder, errors);
    }
  }

  private static String words(String said) {
    if (said.contains("libgomp")) {
      return "The engine needs the library libgomp1. Install it (Debian: apt install libgomp1).";
    }
    if (said.contains("failed to map segment")) {
      return "The engine's cache folder lets no library run (noexec). Set XDG_CACHE_HOME to another folder.";
    }
    String reason = said.lines().findFirst().orElse("no reason given");
    return "The engine's library doesn't run on this system: " + reason + ".";
  }

  /// A loaded library needs its file no more. Where the system thinks otherwise, the file stays and is told.
  private static void remove(Path folder, PrintStream errors) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      errors.println("engine: " + folder + " stays: " + e.getMessage());
    }
  }
}
