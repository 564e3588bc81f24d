package dev.chatstream.store.file;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Hears from the system which files in some folders change, and costs nothing while none does. What comes in quick
/// succession, as from an editor that writes in three steps, is told once. One thread.
public final class FolderWatch implements AutoCloseable {

  /// Quiet for so long means that whoever writes is done.
  private static final long QUIET_NANOS = Duration.ofMillis(150).toNanos();

  /// Somebody who never is done is told of once in so long.
  private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();

  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();

  /// What changed.
  ///
  /// @param all whether there may be more: the system lost count, or a folder was replaced
  /// @param names the files by folder; hidden ones, as temporary files are, are left out
  public record Changes(boolean all, Map<Path, Set<String>> names) {

    /// Whether there is anything to tell.
    public boolean any() {
      return all || names.values().stream().anyMatch(files -> !files.isEmpty());
    }

    /// The files of this folder.
    public Set<String> in(Path folder) {
      return Set.copyOf(names.getOrDefault(folder, Set.of()));
    }
  }

  private FolderWatch(WatchService service) {
    this.service = service;
  }

  /// Begins to listen.
  ///
  /// @throws IOException where the system has no means for it, or no more of them
  public static FolderWatch open(List<Path> folders) throws IOException {
    FolderWatch watch = new FolderWatch(folders.getFirst().getFileSystem().newWatchService());
    try {
      for (Path folder : folders) {
        watch.register(folder);
      }
      return watch;
    } catch (IOException e) {
      watch.service.close();
      throw e;
    }
  }

  /// Waits for the next changes.
  ///
  /// @throws IOException when a folder is gone, so that nothing can be heard of it any more
  public Changes take() throws IOException, InterruptedException {
    Map<Path, Set<String>> names = new HashMap<>();
    boolean all = false;
    try {
      WatchKey key = service.take();
      long last = System.nanoTime() + LONGEST_NANOS;
      while (key != null) {
        all |= collect(key, names);
        long left = Math.min(QUIET_NANOS, last - System.nanoTime());
        key = left > 0 ? service.poll(left, TimeUnit.NANOSECONDS) : null;
      }
    } catch (ClosedWatchServiceException e) {
      throw new IOException("nobody listens any more", e);
    }
    return new Changes(all, names);
  }

  @Override
  public void close() throws IOException {
    service.close();
  }

  /// @return whether there may be more than was collected
  private boolean collect(WatchKey key, Map<Path, Set<String>> names) throws IOException {
    Path folder = folders.get(key);
    boolean more = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
        more = true;
      } else if (event.context() instanceof Path name && !name.toString().startsWith(".")) {
        names.computeIfAbsent(folder, unused -> new HashSet<>()).add(name.toString());
      }
    }
    if (!key.reset()) {
      folders.remove(key);
      register(folder); // Another folder may stand in its place by now.
      more = true;
    }
    return more;
  }

  private void register(Path folder) throws IOException {
    WatchKey key = folder.register(
        service,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
    folders.put(key, folder);
  }
}
