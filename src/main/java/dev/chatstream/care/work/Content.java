package dev.chatstream.care.work;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.file.Sha256;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.SafeRead;
import dev.chatstream.store.journal.JournalLook;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;

/// What a file held when it was read.
///
/// @param size in bytes
/// @param modified when it was last written
/// @param sha256 of its bytes, in hexadecimal
public record Content(long size, Instant modified, String sha256) {

  private static final int CHUNK = 256 * 1024;

  /// Takes the bytes as they come.
  @FunctionalInterface
  public interface Sink {
    /// Nobody wants them: only their sum is of interest.
    Sink NONE = bytes -> {};

    /// Takes these; the buffer is used again afterwards.
    void take(ByteBuffer bytes) throws StoreException;
  }

  /// Reads a file of the library. The caller holds its lock.
  ///
  /// @throws StoreException `Missing`, `Busy` or `Unreadable` for the file, whatever the sink throws for the sink
  public static Content ofLibrary(Care care, LibraryFile file, Sink sink, Job job) throws StoreException, Cancelled {
    Path folder = file.area().path(care.root());
    requireInside(care.root(), folder);
    Path path = file.path(care.root());
    if (file.area() == Area.JOURNAL) {
      return ofBytes(JournalLook.bytes(care.ops(), path), modified(path), sink, job);
    }
    return of(care, folder, path, sink, job);
  }

  /// Reads a file that may have been put there by somebody else.
  ///
  /// @param base a folder above it that is known to be sound
  public static Content of(Care care, Path base, Path file, Sink sink, Job job) throws StoreException, Cancelled {
    try (FileChannel in = SafeRead.open(care.ops(), base, file)) {
      Instant modified = modified(file);
      MessageDigest digest = Sha256.start();
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      long size = 0;
      for (int read = in.read(chunk, 0); read >= 0; read = in.read(chunk.clear(), size)) {
        size += read;
        digest.update(chunk.flip());
        sink.take(chunk.rewind());
        job.advance(read);
      }
      return new Content(size, modified, Sha256.end(digest));
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  /// Whether two readings found the same bytes.
  public boolean same(Content other) {
    return size == other.size && sha256.equals(other.sha256);
  }

  /// Refuses a folder that is a link out of the root by now.
  static void requireInside(DataRoot root, Path folder) throws StoreException {
    try {
      if (!folder.toRealPath().startsWith(root.folder())) {
        throw new StoreException(
            new StoreFailure.Unreadable(folder.getFileName().toString(), "it leads out of the data folder"));
      }
    } catch (IOException e) {
      throw Failures.reading(e, folder);
    }
  }

  private static Content ofBytes(byte[] bytes, Instant modified, Sink sink, Job job) throws StoreException, Cancelled {
    MessageDigest digest = Sha256.start();
    digest.update(bytes);
    sink.take(ByteBuffer.wrap(bytes));
    job.advance(bytes.length);
    return new Content(bytes.length, modified, Sha256.end(digest));
  }

  private static Instant modified(Path file) throws StoreException {
    try {
      return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }
}
