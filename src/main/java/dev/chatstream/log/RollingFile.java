package dev.chatstream.log;

import dev.chatstream.core.file.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// A file that is only ever appended to and that makes way for a new one when it is large: `x.log` becomes `x.log.1`,
/// that one `x.log.2`, and so on; the oldest goes. Several processes may write to the same one.
final class RollingFile implements LogSink {

  private static final long LARGEST = 10L * 1024 * 1024;
  static final int KEPT = 5;

  private final Path path;
  private final long largest;
  private final int kept;
  private FileChannel channel;
  private Object key;

  /// Ten megabytes a file, five files in all.
  RollingFile(Path path) {
    this(path, LARGEST, KEPT);
  }

  /// @param largest a file of so many bytes or more is not written to any further
  /// @param kept how many files there are at most, the newest included
  RollingFile(Path path, long largest, int kept) {
    this.path = path.toAbsolutePath();
    this.largest = largest;
    this.kept = kept;
  }

  @Override
  public void write(ByteBuffer lines) throws IOException {
    try {
      if (channel == null || !key.equals(keyOf(path))) {
        open();
      }
      if (channel.size() >= largest) {
        roll();
      }
      while (lines.hasRemaining()) {
        channel.write(lines);
      }
    } catch (IOException e) {
      // A half open file would only fail again; the next write starts from the beginning.
      closeAfter(e);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      open.close();
    }
  }

  private void open() throws IOException {
    close();
    Files.createDirectories(path.getParent(), OwnerOnly.forNewFolder());
    channel = FileChannel.open(
        path,
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            // A link here could make the log overwrite a file outside the data root.
            LinkOption.NOFOLLOW_LINKS),
        OwnerOnly.forNewFile());
    key = keyOf(path);
    endTornLine();
  }

  /// A process that died in the middle of a line must not spoil the first line of the next one.
  private void endTornLine() throws IOException {
    long size = channel.size();
    if (size == 0) {
      return;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    try (FileChannel reader = FileChannel.open(path, StandardOpenOption.READ)) {
      reader.read(last, size - 1);
    }
    if (last.get(0) != '\n') {
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
    }
  }

  /// Only one of several processes moves the files; the others see by the file's key that there is a new one.
  private void roll() throws IOException {
    try (FileLock lock = channel.tryLock()) {
      if (lock == null || !key.equals(keyOf(path))) {
        return;
      }
      for (int i = kept - 2; i >= 1; i--) {
        moveIfThere(numbered(i), numbered(i + 1));
      }
      if (kept > 1) {
        moveIfThere(path, numbered(1));
      } else {
        Files.deleteIfExists(path);
      }
    }
    open();
  }

  private static void moveIfThere(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException _) {
      // Fewer files than may be kept: nothing to move yet.
    }
  }

  private Path numbered(int number) {
    return numbered(path, number);
  }

  /// The older file of this number.
  static Path numbered(Path newest, int number) {
    return newest.resolveSibling(newest.getFileName() + "." + number);
  }

  private void closeAfter(IOException failure) {
    try {
      close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /// What tells one file from another of the same name; `path` itself when there is no file, so that it equals none.
  private static Object keyOf(Path path) throws IOException {
    try {
      Object key = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
      return key == null ? path.getFileSystem() : key;
    } catch (NoSuchFileException _) {
      return path;
    }
  }
}
