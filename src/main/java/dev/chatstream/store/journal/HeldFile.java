package dev.chatstream.store.journal;

import dev.chatstream.core.chat.Ids;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.file.SafeRead;
import dev.chatstream.store.file.TempFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A file that this process holds locked for as long as it uses it: the system lets the lock go when the process dies,
/// however it dies, and so a file whose lock is free has no owner. It gets its name only when it is locked and holds
/// its first record, if it has one yet, so nobody ever finds it otherwise. Not thread-safe.
final class HeldFile implements AutoCloseable {

  /// Opening a file that this process holds, and closing it again, would drop the lock.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /// Longer than any reply; a file beyond it is not ours.
  private static final long LONGEST = 256L * 1024 * 1024;

  private final FileOps ops;
  private final Path path;
  private FileChannel channel;
  private long length;

  private HeldFile(FileOps ops, Path path, FileChannel channel, long length) {
    this.ops = ops;
    this.path = path;
    this.channel = channel;
    this.length = length;
  }

  /// Makes a file with this content, forced, with its name.
  static HeldFile create(FileOps ops, Path path, byte[] content) throws IOException {
    HELD.add(path);
    try {
      HeldFile made = new HeldFile(ops, path, make(ops, path, content), content.length);
      made.forceNew();
      return made;
    } catch (IOException | RuntimeException e) {
      HELD.remove(path);
      throw e;
    }
  }

  /// Puts a new file with this content in the place of this one, under its name. When it fails, the name stands for the
  /// old file or for the new one, both whole; it is not to be appended to before this has worked.
  void renew(byte[] content) throws IOException {
    FileChannel made = make(ops, path, content);
    FileChannel old = channel;
    channel = made;
    length = content.length;
    old.close();
    ops.forceFolder(path.getParent());
  }

  /// The lock goes with the file, which gets its name when all of it is on the disk.
  private static FileChannel make(FileOps ops, Path path, byte[] content) throws IOException {
    TempFile temp = TempFile.beside(ops, path);
    try {
      if (!temp.locked()) {
        throw new IOException("a new file can't be locked");
      }
      ops.write(temp.channel(), ByteBuffer.wrap(content), 0);
      ops.force(temp.channel(), false);
      ops.replace(temp.path(), path);
      return temp.renamed();
    } catch (IOException | RuntimeException e) {
      try (temp) {
        ops.delete(temp.path());
      } catch (IOException stays) {
        e.addSuppressed(stays); // Hidden, never taken for a journal, and swept later.
      }
      throw e;
    }
  }

  /// A new file whose name could not be forced is taken away again.
  private void forceNew() throws IOException {
    try {
      ops.forceFolder(path.getParent());
    } catch (IOException | RuntimeException e) {
      try (FileChannel closing = channel) {
        ops.delete(path);
      } catch (IOException stays) {
        e.addSuppressed(stays); // Whole, and taken by the next start.
      }
      throw e;
    }
  }

  /// Whether this process holds this file.
  static boolean isOurs(Path path) {
    return HELD.contains(path);
  }

  /// Takes a file that an earlier process left; empty when its process still runs, or somebody else was quicker.
  static Optional<HeldFile> takeLeft(FileOps ops, Path path) throws IOException, StoreException {
    if (RegularFile.look(path).isEmpty() || !HELD.add(path)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    Optional<HeldFile> taken = Optional.empty();
    try {
      channel = ops.open(path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
      // Whoever held it until now may have done with it and deleted it.
      if (lock(channel).isPresent() && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        taken = Optional.of(new HeldFile(ops, path, channel, channel.size()));
      }
      return taken;
    } finally {
      if (taken.isEmpty()) {
        HELD.remove(path);
        close(channel);
      }
    }
  }

  /// What is in a file that this process doesn't hold, whoever else may; empty when it does, or there is none.
  static Optional<byte[]> readOthers(FileOps ops, Path path) throws IOException, StoreException {
    if (RegularFile.look(path).isEmpty() || !HELD.add(path)) {
      return Optional.empty();
    }
    try (FileChannel channel = SafeRead.open(ops, path.getParent(), path)) {
      return Optional.of(read(channel, channel.size()));
    } finally {
      HELD.remove(path);
    }
  }

  /// Writes at the end and forces it; on the disk when the call returns. After an error the file is not to be used
  /// again: what a failed force has left is unknown.
  void append(byte[] bytes) throws IOException {
    ops.write(channel, ByteBuffer.wrap(bytes), length);
    ops.force(channel, false);
    length += bytes.length;
  }

  /// All that is in it.
  byte[] read() throws IOException {
    return read(channel, length);
  }

  private static byte[] read(FileChannel channel, long length) throws IOException {
    if (length > LONGEST) {
      throw new IOException("it is longer than any journal");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) length);
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      // Reads on until it has all.
    }
    return bytes.array();
  }

  String name() {
    return path.getFileName().toString();
  }

  /// Deletes the file and lets it go; one that can't be deleted stays held. A name that comes back after a power cut
  /// does no harm, so nothing is forced.
  void delete() throws IOException {
    ops.delete(path);
    close();
  }

  /// Puts the file into another folder, under a name that is free there. It keeps its old name until the new one is on
  /// the disk.
  void moveTo(Path folder) throws IOException {
    byte[] all = read();
    Path to = folder.resolve("journal-" + Ids.next(Instant.now()) + "-" + name());
    try (FileChannel kept = ops.open(to, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      ops.write(kept, ByteBuffer.wrap(all), 0);
      ops.force(kept, true);
    }
    ops.forceFolder(folder);
    ops.delete(path);
  }

  /// Lets the file go; it stays.
  @Override
  public void close() throws IOException {
    HELD.remove(path);
    channel.close();
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    return Optional.ofNullable(channel.tryLock());
  }

  private static void close(FileChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
