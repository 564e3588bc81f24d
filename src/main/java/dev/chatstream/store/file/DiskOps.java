package dev.chatstream.store.file;

import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.core.watch.Timing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.tinylog.Logger;

/// The real file system. Each force is timed.
final class DiskOps implements FileOps {

  @Override
  public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    Set<OpenOption> all = new HashSet<>(options);
    all.add(LinkOption.NOFOLLOW_LINKS);
    return FileChannel.open(file, all, OwnerOnly.forNewFile());
  }

  @Override
  public void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  @Override
  public void append(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void force(FileChannel channel, boolean metadata) throws IOException {
    long begun = System.nanoTime();
    channel.force(metadata);
    Timings.PROCESS.done(Timing.FSYNC, begun);
  }

  @Override
  public void truncate(FileChannel channel, long length) throws IOException {
    channel.truncate(length);
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void moveToFree(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      // Some file systems have no hard links. All our own writers hold the lock, so looking first is enough there.
      if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(to.toString());
      }
      replace(from, to);
      return;
    }
    try {
      Files.delete(from);
    } catch (IOException e) {
      // The file has its name, and that is what was asked for; the other one is temporary, and swept later.
      Logger.info(e, "the temporary file {} can't be deleted", from.getFileName());
    }
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    if (!OwnerOnly.POSIX) {
      return; // Windows can't open a folder; its renames are in the journal of NTFS.
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      force(channel, true);
    }
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
