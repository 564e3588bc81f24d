package dev.chatstream.engine.host;

import dev.chatstream.core.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Remembers that a file had its checksum, so that a start doesn't read 100 MB again. The note names size, time and
/// checksum; a file that differs in any of them is read again.
final class CheckedFile {
  private CheckedFile() {}

  /// Whether the file has this checksum; an empty one is always right.
  static boolean holds(Path file, String sha256) throws IOException, InterruptedException {
    if (sha256.isEmpty() || noted(file, sha256)) {
      return true;
    }
    return Digests.sha256(file).equals(sha256);
  }

  /// Writes the note. Only for files in the cache folder.
  static void note(Path file, String sha256) throws IOException {
    Path note = noteOf(file);
    Files.writeString(note, stamp(file, sha256));
    OwnerOnly.file(note);
  }

  private static boolean noted(Path file, String sha256) throws IOException {
    Path note = noteOf(file);
    return Files.isRegularFile(note) && Files.readString(note).equals(stamp(file, sha256));
  }

  private static String stamp(Path file, String sha256) throws IOException {
    return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis() + " " + sha256 + "\n";
  }

  private static Path noteOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".checked");
  }
}
