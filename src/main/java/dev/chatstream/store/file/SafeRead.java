package dev.chatstream.store.file;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Opens files of which it is not known who put them there: in backups, in the trash, in a library that somebody else
/// can write to. What is swapped for a link, a pipe or another file between the look and the opening is refused.
public final class SafeRead {

  /// An atomic replace by a program of ours looks like a swap, too; the next look then finds the new file.
  private static final int TRIES = 3;

  private SafeRead() {}

  /// Opens a plain file for reading.
  ///
  /// @param base a folder above the file that is known to be sound; no folder between the two may be a link
  /// @throws StoreException when there is none, it isn't plain, a link stands on the way, or it was swapped meanwhile
  public static FileChannel open(FileOps ops, Path base, Path file) throws StoreException {
    for (int tries = 1;; tries++) {
      requireFolders(base, file);
      BasicFileAttributes before = look(file);
      FileChannel channel = openAtOnce(ops, file);
      try {
        requireFolders(base, file);
        if (Objects.equals(look(file).fileKey(), before.fileKey())) {
          return channel;
        }
        channel.close();
      } catch (IOException e) {
        throw Failures.reading(e, file);
      } catch (StoreException e) {
        throw Failures.closing(channel, e);
      }
      if (tries == TRIES) {
        throw unreadable(file, "it was swapped for another file while it was opened");
      }
    }
  }

  /// Refuses a way to a file that leads through a link.
  ///
  /// @param base not looked at itself
  public static void requireFolders(Path base, Path file) throws StoreException {
    if (!file.normalize().startsWith(base.normalize()) || !file.equals(file.normalize())) {
      throw unreadable(file, "its path leads out of its folder");
    }
    for (Path folder = file.getParent(); !folder.equals(base); folder = folder.getParent()) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw unreadable(file, folder.getFileName() + " above it is not a plain folder");
      }
    }
  }

  private static BasicFileAttributes look(Path file) throws StoreException {
    Optional<BasicFileAttributes> found = RegularFile.look(file);
    return found.orElseThrow(
        () -> new StoreException(new StoreFailure.Missing(file.getFileName().toString())));
  }

  /// Opening a pipe for reading waits for a writer, for ever; opened both ways it doesn't wait. What may not be written
  /// is opened for reading only.
  private static FileChannel openAtOnce(FileOps ops, Path file) throws StoreException {
    try {
      return ops.open(file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
    } catch (IOException notBothWays) {
      try {
        return ops.open(file, Set.of(StandardOpenOption.READ));
      } catch (IOException e) {
        e.addSuppressed(notBothWays);
        throw Failures.reading(e, file);
      }
    }
  }

  private static StoreException unreadable(Path file, String reason) {
    return new StoreException(new StoreFailure.Unreadable(file.getFileName().toString(), reason));
  }
}
