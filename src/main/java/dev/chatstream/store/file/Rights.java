package dev.chatstream.store.file;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// The rights that files and folders get when they are made: for their owner alone.
public final class Rights {

  /// Whether this machine has POSIX rights at all.
  public static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private static final FileAttribute<?>[] FILE = of("rw-------");
  private static final FileAttribute<?>[] FOLDER = of("rwx------");

  private Rights() {}

  /// 0600
  public static FileAttribute<?>[] forNewFile() {
    return FILE.clone();
  }

  /// 0700
  public static FileAttribute<?>[] forNewFolder() {
    return FOLDER.clone();
  }

  private static FileAttribute<?>[] of(String rights) {
    return POSIX
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
        : new FileAttribute<?>[0];
  }
}
