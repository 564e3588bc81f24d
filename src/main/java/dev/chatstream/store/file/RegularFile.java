package dev.chatstream.store.file;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/// Sees to it that only plain files are opened: opening a FIFO would wait for ever, and a link may lead anywhere.
public final class RegularFile {

  private static final int CHUNK = 64 * 1024;

  private RegularFile() {}

  /// What is known of this file, or empty when there is none.
  ///
  /// @throws StoreException when it is a link, a folder, a device or a FIFO
  public static Optional<BasicFileAttributes> look(Path file) throws StoreException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isRegularFile()) {
        String kind = found.isSymbolicLink() ? "a link" : found.isDirectory() ? "a folder" : "a device or a pipe";
        throw new StoreException(
            new StoreFailure.Unreadable(file.getFileName().toString(), "it is " + kind + ", not a plain file"));
      }
      return Optional.of(found);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  /// Opens a plain file for reading.
  ///
  /// @throws StoreException when there is none, or it isn't plain
  public static FileChannel openToRead(Path file) throws StoreException {
    if (look(file).isEmpty()) {
      throw new StoreException(new StoreFailure.Missing(file.getFileName().toString()));
    }
    try {
      return FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  /// Copies a part of a file.
  public static void copy(FileChannel from, long begin, long end, OutputStream out) throws IOException {
    WritableByteChannel to = Channels.newChannel(out);
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (long at = begin; at < end;) {
      chunk.clear().limit((int) Math.min(CHUNK, end - at));
      int read = from.read(chunk, at);
      if (read < 0) {
        throw new IOException("the file became shorter while it was read");
      }
      to.write(chunk.flip());
      at += read;
    }
  }
}
