package dev.chatstream.care.doctor;

import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Severity;
import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The rights of what a person keeps: 0700 for folders, 0600 for files. Themes are left out, because those that come
/// with the program are for everybody; so is the root itself, which may be the program's folder. No link is followed.
public final class Permissions {

  private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final List<String> LOOKED_AT = List.of("chats", "task_lists", "logs", ".store");

  private final Care care;

  /// For this library.
  public Permissions(Care care) {
    this.care = care;
  }

  /// What has other rights. None where the system has no such rights.
  public List<Finding> look() throws StoreException {
    return wrong().stream().map(path -> finding(path)).toList();
  }

  /// Gives each its rights.
  ///
  /// @return how many were changed
  public int repair() throws StoreException {
    List<Path> wrong = wrong();
    for (Path path : wrong) {
      try {
        view(path).setPermissions(right(path));
      } catch (IOException e) {
        throw Failures.writing(e, path);
      }
    }
    return wrong.size();
  }

  /// Folders before what is in them, so that mending them opens the way.
  private List<Path> wrong() throws StoreException {
    List<Path> wrong = new ArrayList<>();
    if (OwnerOnly.POSIX) {
      for (String name : LOOKED_AT) {
        collect(care.root().folder().resolve(name), wrong);
      }
    }
    return wrong;
  }

  private void collect(Path path, List<Path> wrong) throws StoreException {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isDirectory() && !found.isRegularFile()) {
        return;
      }
      if (!view(path).readAttributes().permissions().equals(right(path))) {
        wrong.add(path);
      }
      if (found.isDirectory() && Files.isReadable(path)) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
          for (Path entry : entries) {
            collect(entry, wrong);
          }
        }
      }
    } catch (NoSuchFileException gone) {
      return; // What is not there has no rights.
    } catch (DirectoryIteratorException e) {
      throw Failures.reading(e.getCause(), path);
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }

  private Finding finding(Path path) {
    String where = care.root().folder().relativize(path).toString();
    String rights;
    try {
      rights = PosixFilePermissions.toString(view(path).readAttributes().permissions());
    } catch (IOException e) {
      rights = Failures.words(e);
    }
    String right = PosixFilePermissions.toString(right(path));
    return Finding.of(Severity.WARNING, "rights", where, "its rights are " + rights + ", and should be " + right);
  }

  private static Set<PosixFilePermission> right(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? FOLDER : FILE;
  }

  private static PosixFileAttributeView view(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}
