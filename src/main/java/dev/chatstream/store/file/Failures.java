package dev.chatstream.store.file;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Turns an error of the file system into what a person is told.
public final class Failures {

  /// With less than this, an error that the system worded in another language is taken for a full disk.
  private static final long NEXT_TO_NOTHING = 64 * 1024;

  private static final List<String> FULL =
      List.of("no space left", "quota exceeded", "not enough space", "file too large");
  private static final List<String> DENIED = List.of("permission denied", "read-only file system", "not permitted");

  private Failures() {}

  /// The failure of writing this file.
  public static StoreException writing(IOException error, Path file) {
    String name = file.getFileName().toString();
    String words = words(error);
    String lower = words.toLowerCase(Locale.ROOT);
    if (FULL.stream().anyMatch(lower::contains) || noRoom(file)) {
      return new StoreException(new StoreFailure.DiskFull(name), error);
    }
    if (error instanceof AccessDeniedException || DENIED.stream().anyMatch(lower::contains)) {
      return new StoreException(new StoreFailure.NotWritable(name), error);
    }
    return new StoreException(new StoreFailure.Io(name, words), error);
  }

  /// The failure of reading this file.
  public static StoreException reading(IOException error, Path file) {
    String name = file.getFileName().toString();
    if (error instanceof NoSuchFileException) {
      return new StoreException(new StoreFailure.Missing(name), error);
    }
    return new StoreException(new StoreFailure.Unreadable(name, words(error)), error);
  }

  /// Closes what was opened before it failed.
  ///
  /// @param closed may be null: nothing was opened yet
  /// @return the error, with that of closing
  public static <E extends Exception> E closing(Closeable closed, E error) {
    try {
      if (closed != null) {
        closed.close();
      }
    } catch (IOException e) {
      error.addSuppressed(e);
    }
    return error;
  }

  /// What the system said, without the path that it puts before it.
  public static String words(IOException error) {
    if (error instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (error instanceof ClosedChannelException) {
      return "it was interrupted";
    }
    if (error instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (error instanceof FileSystemException system) {
      // Without a reason its message is a path, perhaps that of a temporary file.
      return system.getReason() == null ? "the system refuses it" : system.getReason();
    }
    return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
  }

  private static boolean noRoom(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    long room = folder.toFile().getUsableSpace();
    // 0 is also what an unknown folder gives; an unknown folder is no full disk.
    return room > 0 && room < NEXT_TO_NOTHING;
  }
}
