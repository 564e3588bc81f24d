package dev.chatstream.testing.disk;

import dev.chatstream.testing.disk.Call.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The calls of a [WatchedDisk].
final class WatchedProvider extends FileSystemProvider {

  private final WatchedDisk disk;

  WatchedProvider(WatchedDisk disk) {
    this.disk = disk;
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T watched(Call call, Work<T> work) throws IOException {
    disk.watcher().before(call);
    T result = work.run();
    disk.watcher().after(call);
    return result;
  }

  private <T> T watched(Kind kind, Path path, Work<T> work) throws IOException {
    return watched(Call.of(kind, WatchedDisk.real(path)), work);
  }

  @Override
  public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... rights)
      throws IOException {
    Path real = WatchedDisk.real(path);
    boolean creates = options.contains(StandardOpenOption.CREATE_NEW)
        || options.contains(StandardOpenOption.CREATE) && !Files.exists(real, LinkOption.NOFOLLOW_LINKS);
    boolean empties = !creates && options.contains(StandardOpenOption.TRUNCATE_EXISTING);
    long id = disk.opened.incrementAndGet();
    FileChannel channel = watched(
        Call.of(creates ? Kind.CREATE : Kind.OPEN, real).on(id), () -> FileChannel.open(real, options, rights));
    if (empties) {
      disk.watcher().after(Call.of(Kind.CUT, real).on(id));
    }
    disk.open.incrementAndGet();
    boolean appends = options.contains(StandardOpenOption.APPEND);
    return new WatchedChannel(disk, real, channel, id, Files.isDirectory(real), appends);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... rights) throws IOException {
    return newFileChannel(path, options, rights);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
      throws IOException {
    List<Path> found = watched(Kind.LIST, folder, () -> {
      List<Path> all = new ArrayList<>();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(WatchedDisk.real(folder))) {
        for (Path entry : entries) {
          if (filter.accept(disk.wrap(entry))) {
            all.add(disk.wrap(entry));
          }
        }
      }
      return all;
    });
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return found.iterator();
      }

      @Override
      public void close() {
        // Nothing is open any more.
      }
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... rights) throws IOException {
    watched(Kind.MAKE_FOLDER, folder, () -> Files.createDirectory(WatchedDisk.real(folder), rights));
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    Path to = WatchedDisk.real(link);
    Path from = WatchedDisk.real(existing);
    watched(Call.two(Kind.LINK, from, to), () -> Files.createLink(to, from));
  }

  @Override
  public void delete(Path path) throws IOException {
    watched(Kind.DELETE, path, () -> {
      Files.delete(WatchedDisk.real(path));
      return null;
    });
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    Path from = WatchedDisk.real(source);
    Path to = WatchedDisk.real(target);
    watched(Call.two(Kind.RENAME, from, to), () -> Files.move(from, to, options));
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
      throws IOException {
    return watched(Kind.LOOK, path, () -> Files.readAttributes(WatchedDisk.real(path), type, options));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
    return watched(Kind.LOOK, path, () -> Files.readAttributes(WatchedDisk.real(path), names, options));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    Path real = WatchedDisk.real(path);
    watched(Kind.LOOK, path, () -> {
      real.getFileSystem().provider().checkAccess(real, modes);
      return null;
    });
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
    return Files.getFileAttributeView(WatchedDisk.real(path), type, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) throws IOException {
    Files.setAttribute(WatchedDisk.real(path), name, value, options);
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return Files.isSameFile(WatchedDisk.real(one), WatchedDisk.real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return Files.isHidden(WatchedDisk.real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return Files.getFileStore(WatchedDisk.real(path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String getScheme() {
    return "watched";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return disk;
  }

  @Override
  public Path getPath(URI uri) {
    return disk.wrap(Path.of(uri));
  }
}
