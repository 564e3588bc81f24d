package dev.chatstream.core.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Rights for the owner alone, where the file system knows owners.
public final class OwnerOnly {

  /// Whether this machine has POSIX rights at all.
  public static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";
  private static final FileAttribute<?>[] NEW_FILE = attributes(FILE);
  private static final FileAttribute<?>[] NEW_FOLDER = attributes(FOLDER);

  private OwnerOnly() {}

  /// 0600, for `Files.create...`: from the file's first moment.
  public static FileAttribute<?>[] forNewFile() {
    return NEW_FILE.clone();
  }

  /// 0700, for `Files.create...`
  public static FileAttribute<?>[] forNewFolder() {
    return NEW_FOLDER.clone();
  }

  /// Leaves a file that is there to its owner.
  public static void file(Path file) throws IOException {
    set(file, FILE);
  }

  /// Leaves a folder that is there to its owner.
  public static void folder(Path folder) throws IOException {
    set(folder, FOLDER);
  }

  private static void set(Path path, String rights) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
  }

  private static FileAttribute<?>[] attributes(String rights) {
    return POSIX
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
        : new FileAttribute<?>[0];
  }
}
