package dev.chatstream.store.file;

import dev.chatstream.core.file.OwnerOnly;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A folder below `.store/editing` for a text that another program has on the terminal. A temporary file in it, which
/// this process holds, says that it is in use; so [Leftovers] finds those that dead processes left.
public final class EditingFolder implements Closeable {

  /// What the text in the input is called.
  public static final String MESSAGE = "message.md";

  private static final String NAME = "editing";

  /// In this time the program has written the text; who saves it later is a person.
  private static final Duration WRITTEN = Duration.ofSeconds(1);

  private final Path path;
  private final TempFile held;

  private EditingFolder(Path path, TempFile held) {
    this.path = path;
    this.held = held;
  }

  /// Makes one that only the owner may look into.
  public static EditingFolder make(DataRoot root) throws IOException {
    Path all = all(root);
    try {
      Files.createDirectory(all, OwnerOnly.forNewFolder());
    } catch (FileAlreadyExistsException made) {
      // At the first time of all it is not there.
      OwnerOnly.folder(all);
    }
    Path own = Files.createTempDirectory(all, "", OwnerOnly.forNewFolder());
    return new EditingFolder(own, TempFile.beside(FileOps.DISK, own.resolve("text")));
  }

  private static Path all(DataRoot root) {
    return root.internal().resolve(NAME);
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// Deletes it with everything that the other program put beside the text.
  @Override
  public void close() throws IOException {
    held.close();
    delete(path);
  }

  /// Those that are there.
  static List<Path> find(DataRoot root) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(all(root))) {
      for (Path folder : folders) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
          found.add(folder);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException none) {
      return List.of();
    }
    return found;
  }

  /// Whether another program was started with a text in it and still runs: it outlives a killed parent.
  static boolean isOpenElsewhere(Path folder) {
    String name = folder.toAbsolutePath().toString();
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().commandLine().filter(line -> line.contains(name)).isPresent());
  }

  /// What is in it, in no order.
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /// The message that a person saved in their editor after it was given to it, and which nobody took back.
  static List<Path> saved(Path folder) throws IOException {
    Path message = folder.resolve(MESSAGE);
    if (!Files.isRegularFile(message, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    Instant given = Instant.MAX.minus(WRITTEN);
    for (Path file : files(folder)) {
      if (file.getFileName().toString().startsWith(TempFile.PREFIX)) {
        given = Files.getLastModifiedTime(file).toInstant();
      }
    }
    return Files.getLastModifiedTime(message).toInstant().isAfter(given.plus(WRITTEN)) ? List.of(message) : List.of();
  }

  static void delete(Path folder) throws IOException {
    for (Path file : files(folder)) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
