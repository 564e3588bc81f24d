package dev.chatstream.engine.host;

import dev.chatstream.core.file.OwnerOnly;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Work folders: emptied, measured, removed.
final class Folders {
  private Folders() {}

  /// An empty owner-only folder, whatever stood there before.
  static Path fresh(Path folder) throws IOException {
    remove(folder);
    return Files.createDirectory(folder, OwnerOnly.forNewFolder());
  }

  /// Removes a folder with all in it, if it is there. A link is removed, not followed.
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  /// Removes the folders whose name begins so and that nobody touched for a time.
  static void removeOld(Path parent, String prefix, Duration age) throws IOException {
    List<Path> old;
    Instant before = Instant.now().minus(age);
    try (Stream<Path> children = Files.list(parent)) {
      old = children.filter(child -> child.getFileName().toString().startsWith(prefix))
          .filter(child -> child.toFile().lastModified() < before.toEpochMilli()).toList();
    }
    for (Path folder : old) {
      remove(folder);
    }
  }

  /// The bytes of the largest file below a folder that others write to meanwhile.
  static long largestFile(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toFile).filter(File::isFile).mapToLong(File::length).max().orElse(0);
    } catch (UncheckedIOException aFolderVanishedMeanwhile) {
      return 0;
    }
  }
}
