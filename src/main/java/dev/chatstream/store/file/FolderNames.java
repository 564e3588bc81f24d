package dev.chatstream.store.file;

import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// The names in a folder. A name that a person or a file gives is only ever looked up among them; it never becomes a
/// path by itself.
public final class FolderNames {

  private static final Comparator<String> BY_NAME =
      Comparator.comparing(SafeName::fold).thenComparing(Comparator.naturalOrder());

  private FolderNames() {}

  /// All names but hidden ones, in order, upper and lower case being the same; none where there is no such folder.
  public static List<String> all(Path folder) throws StoreException {
    List<String> names = new ArrayList<>(matching(folder, name -> !name.startsWith(".")));
    names.sort(BY_NAME);
    return names;
  }

  /// The names that are wanted, in no order; none where there is no such folder.
  static List<String> matching(Path folder, Predicate<String> wanted) throws StoreException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (wanted.test(name)) {
          names.add(name);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw Failures.reading(e.getCause(), folder);
    } catch (IOException e) {
      throw Failures.reading(e, folder);
    }
    return names;
  }

  /// Those with this extension.
  public static List<String> ending(Path folder, String extension) throws StoreException {
    return all(folder).stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(extension))
        .toList();
  }

  /// The file that a name means: itself, with the extension, or as [SafeName] would have written it.
  public static Optional<String> find(List<String> names, String typed, String extension) {
    if (names.contains(typed)) {
      return Optional.of(typed);
    }
    String withExtension = typed.strip() + extension;
    if (names.contains(withExtension)) {
      return Optional.of(withExtension);
    }
    try {
      String safe = SafeName.fold(SafeName.of(typed, extension));
      return names.stream().filter(name -> SafeName.fold(name).equals(safe)).findFirst();
    } catch (StoreException e) {
      return Optional.empty(); // No file of ours can have such a name.
    }
  }

  /// When a file was last written; the epoch when that can't be told.
  public static Instant changed(Path file) {
    try {
      return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH; // It vanished since it was listed; reading it says so.
    }
  }
}
