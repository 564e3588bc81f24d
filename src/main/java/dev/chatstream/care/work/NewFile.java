package dev.chatstream.care.work;

import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;

/// A file that is being made, with the rights 0600.
public final class NewFile implements Content.Sink, AutoCloseable {

  private final FileOps ops;
  private final Path path;
  private final FileChannel channel;
  private long length;

  /// Makes it; there must be none.
  public NewFile(FileOps ops, Path path) throws StoreException {
    this.ops = ops;
    this.path = path;
    try {
      channel = ops.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }

  /// Makes a folder with the rights 0700.
  public static void folder(Path folder) throws StoreException {
    try {
      Files.createDirectory(folder, OwnerOnly.forNewFolder());
    } catch (IOException e) {
      throw Failures.writing(e, folder);
    }
  }

  @Override
  public void take(ByteBuffer bytes) throws StoreException {
    int more = bytes.remaining();
    try {
      ops.write(channel, bytes, length);
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
    length += more;
  }

  /// Gives it this time and forces it to the disk.
  public void finish(Instant modified) throws StoreException {
    try {
      Files.setLastModifiedTime(path, FileTime.from(modified));
      ops.force(channel, true);
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }

  @Override
  public void close() throws StoreException {
    try {
      channel.close();
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }
}
