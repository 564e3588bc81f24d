package dev.chatstream.testing.disk;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The real disk with somebody before it. Two of them on one folder are as two machines: what the JVM keeps by path is
/// not shared between them.
public final class WatchedDisk extends FileSystem {

  private static final FileSystem REAL = FileSystems.getDefault();

  final AtomicInteger open = new AtomicInteger();
  final AtomicLong opened = new AtomicLong();

  private final WatchedProvider provider = new WatchedProvider(this);
  private final Watcher watcher;

  private WatchedDisk(Watcher watcher) {
    this.watcher = watcher;
  }

  /// This folder as it is seen over a watcher.
  public static Path folder(Path real, Watcher watcher) {
    return new WatchedPath(new WatchedDisk(watcher), real);
  }

  /// How many files a path's disk has open.
  public static int openFiles(Path watched) {
    return ((WatchedPath) watched).disk().open.get();
  }

  Watcher watcher() {
    return watcher;
  }

  Path wrap(Path real) {
    return real == null ? null : new WatchedPath(this, real);
  }

  static Path real(Path path) {
    return path instanceof WatchedPath watched ? watched.real() : path;
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return REAL.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(wrap(REAL.getPath("/")));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return REAL.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return REAL.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return wrap(REAL.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher matcher = REAL.getPathMatcher(pattern);
    return path -> matcher.matches(real(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return REAL.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }
}
