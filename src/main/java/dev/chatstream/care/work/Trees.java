package dev.chatstream.care.work;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.TempFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/// Folders with all that is in them. No link is ever followed: one is counted or deleted as itself.
public final class Trees {

  /// How temporary names of `care` end. Nothing holds a lock on these, so their age says whether they are in use.
  public static final String TEMPORARY = ".care";

  private Trees() {}

  /// Deletes a folder: first its name, at once, then what was in it. One that is gone already is no error.
  public static void delete(FileOps ops, Path folder) throws StoreException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Path doomed = temporary(folder.getParent());
      ops.replace(folder, doomed);
      deleteIn(doomed);
    } catch (DirectoryIteratorException e) {
      throw Failures.writing(e.getCause(), folder);
    } catch (IOException e) {
      throw Failures.writing(e, folder);
    }
  }

  /// A name for something half-made in this folder, which no list shows and a clean-up finds.
  public static Path temporary(Path folder) {
    return folder.resolve(TempFile.PREFIX + UUID.randomUUID() + TEMPORARY);
  }

  /// The bytes of all plain files in it; 0 when there is no such folder.
  public static long bytes(Path path) throws StoreException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isDirectory()) {
        return found.isRegularFile() ? found.size() : 0;
      }
      long bytes = 0;
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        for (Path entry : entries) {
          bytes += bytes(entry);
        }
      }
      return bytes;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (DirectoryIteratorException e) {
      throw Failures.reading(e.getCause(), path);
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }

  /// Where the system has it, by handles of folders instead of paths: nobody can put a link in the way meanwhile.
  private static void deleteIn(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(path);
      return;
    }
    try (DirectoryStream<Path> parent = Files.newDirectoryStream(path.getParent())) {
      if (parent instanceof SecureDirectoryStream<Path> secure) {
        deleteIn(secure, path.getFileName());
        return;
      }
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        deleteIn(entry);
      }
    }
    Files.delete(path);
  }

  private static void deleteIn(SecureDirectoryStream<Path> parent, Path name) throws IOException {
    BasicFileAttributes found = parent
        .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes();
    if (!found.isDirectory()) {
      parent.deleteFile(name);
      return;
    }
    try (SecureDirectoryStream<Path> folder = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
      for (Path entry : folder) {
        deleteIn(folder, entry.getFileName());
      }
    }
    parent.deleteDirectory(name);
  }
}
