package dev.chatstream.care.clean;

import dev.chatstream.care.work.Area;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Trees;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.Leftover;
import dev.chatstream.store.file.Leftovers;
import dev.chatstream.store.file.TempFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Files and folders with a temporary name: being made, or left by a process that died.
public final class Temporaries {

  /// Nothing of ours with such a name takes longer to be made.
  private static final Duration OLD = Duration.ofHours(1);

  private final Care care;

  /// One of them.
  ///
  /// @param old whether nobody can be writing it any more
  public record Found(Path path, boolean old) {}

  /// In this library.
  public Temporaries(Care care) {
    this.care = care;
  }

  /// All of them.
  public List<Found> find() throws StoreException {
    List<Found> found = new ArrayList<>();
    for (Leftover left : new Leftovers(care.root(), care.clock()).find()) {
      if (left.kind() == Leftover.Kind.TEMPORARY) {
        found.add(new Found(left.path(), !left.owned()));
      }
    }
    Set<Path> folders = new LinkedHashSet<>();
    for (Area area : Area.values()) {
      folders.add(area.path(care.root()));
    }
    folders.add(care.root().internal().resolve("backups"));
    folders.add(care.root().internal().resolve("trash"));
    for (Path folder : folders) {
      collect(folder, found);
    }
    return found;
  }

  /// Lock files that nobody holds, of chats and lists that are gone.
  public static List<Path> locks(Care care) throws StoreException {
    return new Leftovers(care.root(), care.clock()).find().stream()
        .filter(left -> left.kind() == Leftover.Kind.LOCK && !left.owned())
        .map(Leftover::path)
        .toList();
  }

  /// Deletes those, and temporary files that nobody writes.
  public static void sweep(Care care) throws StoreException {
    new Leftovers(care.root(), care.clock()).sweep();
  }

  private void collect(Path folder, List<Found> found) throws StoreException {
    Instant old = care.clock().instant().minus(OLD);
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, TempFile.PREFIX + "*" + Trees.TEMPORARY)) {
      for (Path entry : entries) {
        found.add(new Found(entry, changed(entry).isBefore(old)));
      }
    } catch (NoSuchFileException e) {
      return; // A folder that is not there holds nothing.
    } catch (DirectoryIteratorException e) {
      throw Failures.reading(e.getCause(), folder);
    } catch (IOException e) {
      throw Failures.reading(e, folder);
    }
  }

  private static Instant changed(Path path) throws IOException {
    return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
  }
}
