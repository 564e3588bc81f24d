package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.OwnFile;
import dev.chatstream.store.KeysFile;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FolderWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.tinylog.Logger;

/// Tells the loop which files of the data root change, whoever changes them. A thread of its own that sleeps while
/// nothing happens. Where the system can't tell, what is on the screen is looked at every few seconds instead.
final class FileWatcher {

  private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

  private final EventBus<Event> bus;
  private final DataRoot root;

  FileWatcher(EventBus<Event> bus, DataRoot root) {
    this.bus = bus;
    this.root = root;
  }

  void start() {
    Thread.ofPlatform().daemon().name("watch").start(this::work);
  }

  private void work() {
    boolean told = false;
    while (true) {
      List<Path> folders = List.of(root.chats(), root.drafts(), root.taskLists(), root.internal());
      try (FolderWatch watch = FolderWatch.open(folders)) {
        // What changed while nobody listened.
        lookAtAll();
        listen(watch);
      } catch (IOException e) {
        if (!told) {
          Logger.warn(e, "the system doesn't tell which files change; what is on the screen is looked at every 10 s");
          told = true;
        }
      } catch (InterruptedException nobodyMayDoThis) {
        Logger.warn(nobodyMayDoThis, "the watcher's thread was interrupted; it goes on");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      lookAtAll();
    }
  }

  private void listen(FolderWatch watch) throws IOException, InterruptedException {
    while (true) {
      FolderWatch.Changes changes = watch.take();
      own(changes);
      boolean library = changes.all() || !changes.in(root.chats()).isEmpty() || !changes.in(root.drafts()).isEmpty()
          || !changes.in(root.taskLists()).isEmpty();
      if (library) {
        bus.publishEnding(new Event.FilesChanged(
            changes.all(),
            changes.in(root.chats()),
            changes.in(root.drafts()),
            changes.in(root.taskLists())));
      }
    }
  }

  private void own(FolderWatch.Changes changes) {
    if (changes.all() || changes.in(root.internal()).contains(SettingsFile.NAME)) {
      bus.publishEnding(OwnFiles.read(root, OwnFile.SETTINGS));
    }
    if (changes.all() || changes.in(root.internal()).contains(KeysFile.NAME)) {
      bus.publishEnding(OwnFiles.read(root, OwnFile.KEYS));
    }
  }

  private void lookAtAll() {
    bus.publishEnding(new Event.FilesChanged(true, Set.of(), Set.of(), Set.of()));
  }
}
