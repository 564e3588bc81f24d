package dev.chatstream.testing.disk;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;

/// A path of a [WatchedDisk].
final class WatchedPath implements Path {

  private final WatchedDisk disk;
  private final Path real;

  WatchedPath(WatchedDisk disk, Path real) {
    this.disk = disk;
    this.real = real;
  }

  WatchedDisk disk() {
    return disk;
  }

  Path real() {
    return real;
  }

  @Override
  public FileSystem getFileSystem() {
    return disk;
  }

  @Override
  public boolean isAbsolute() {
    return real.isAbsolute();
  }

  @Override
  public Path getRoot() {
    return disk.wrap(real.getRoot());
  }

  @Override
  public Path getFileName() {
    return disk.wrap(real.getFileName());
  }

  @Override
  public Path getParent() {
    return disk.wrap(real.getParent());
  }

  @Override
  public int getNameCount() {
    return real.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return disk.wrap(real.getName(index));
  }

  @Override
  public Path subpath(int begin, int end) {
    return disk.wrap(real.subpath(begin, end));
  }

  @Override
  public boolean startsWith(Path other) {
    return real.startsWith(WatchedDisk.real(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return real.endsWith(WatchedDisk.real(other));
  }

  @Override
  public Path normalize() {
    return disk.wrap(real.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return disk.wrap(real.resolve(WatchedDisk.real(other)));
  }

  @Override
  public Path relativize(Path other) {
    return disk.wrap(real.relativize(WatchedDisk.real(other)));
  }

  @Override
  public URI toUri() {
    return real.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return disk.wrap(real.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    return disk.wrap(real.toRealPath(options));
  }

  @Override
  public File toFile() {
    return real.toFile();
  }

  @Override
  public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return real.compareTo(WatchedDisk.real(other));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WatchedPath path && path.disk == disk && path.real.equals(real);
  }

  @Override
  public int hashCode() {
    return Objects.hash(System.identityHashCode(disk), real);
  }

  @Override
  public String toString() {
    return real.toString();
  }
}
