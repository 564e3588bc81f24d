package dev.chatstream.store.file;

import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tinylog.Logger;

/// What dead processes left: temporary files, and lock files of things that are gone. An owner is alive as long as it
/// holds the system's lock; what somebody holds is never touched.
public final class Leftovers {

  /// Younger than this, a file may have been made and not yet locked.
  private static final Duration TOO_YOUNG = Duration.ofSeconds(10);

  private final DataRoot root;
  private final InstantSource clock;
  private final FileOps ops;
  private final Duration tooYoung;

  /// @param clock only to tell how old a file is
  public Leftovers(DataRoot root, InstantSource clock) {
    this(root, clock, FileOps.DISK, TOO_YOUNG);
  }

  Leftovers(DataRoot root, InstantSource clock, FileOps ops, Duration tooYoung) {
    this.root = root;
    this.clock = clock;
    this.ops = ops;
    this.tooYoung = tooYoung;
  }

  /// All of them, those with an owner too. Changes nothing.
  public List<Leftover> find() throws StoreException {
    List<Leftover> found = new ArrayList<>();
    for (Path folder : folders()) {
      for (Path file : files(folder, TempFile.PREFIX, TempFile.EXTENSION)) {
        add(found, Leftover.Kind.TEMPORARY, file);
      }
    }
    addEditing(found);
    for (Path file : files(root.locks(), "", LockFile.EXTENSION)) {
      if (isForNothing(file)) {
        add(found, Leftover.Kind.LOCK, file);
      }
    }
    return found;
  }

  private List<Path> folders() throws StoreException {
    List<Path> folders = new ArrayList<>(List.of(root.chats(), root.taskLists(), root.drafts(), root.journal(),
        root.edits(), root.quarantine(), root.internal(), root.idx()));
    for (String run : FolderNames.all(root.runs())) {
      Path folder = root.runs().resolve(run);
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        folders.add(folder);
      }
    }
    return folders;
  }

  /// Deletes those without an owner. One that can't be deleted stays, and keeps no other one back. Never waits.
  ///
  /// @return what was deleted
  public List<Leftover> sweep() throws StoreException {
    List<Leftover> swept = new ArrayList<>();
    for (Leftover left : find()) {
      try {
        if (!left.owned() && delete(left)) {
          swept.add(left);
        }
      } catch (IOException | StoreException e) {
        Logger.info(e, "{} was left behind and can't be deleted", left.path().getFileName());
      }
    }
    if (!swept.isEmpty()) {
      Logger.info("swept {} files that earlier processes left behind", swept.size());
    }
    return swept;
  }

  private boolean delete(Leftover left) throws IOException, StoreException {
    if (left.kind() == Leftover.Kind.LOCK) {
      return LockFile.retire(left.path(), ops, () -> isForNothing(left.path()));
    }
    if (left.kind() == Leftover.Kind.EDITING) {
      for (Path text : EditingFolder.saved(left.path())) {
        Logger.warn("a text from an editor that never came back is in {}", new Quarantine(root, clock, ops).copy(text));
      }
      EditingFolder.delete(left.path());
    } else {
      ops.delete(left.path());
    }
    return true;
  }

  /// One is in use as long as somebody holds a temporary file in it, or an editor has outlived its program.
  private void addEditing(List<Leftover> found) {
    try {
      for (Path folder : EditingFolder.find(root)) {
        Instant changed = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
        boolean young = Duration.between(changed, clock.instant()).compareTo(tooYoung) < 0;
        long bytes = 0;
        boolean held = false;
        for (Path file : EditingFolder.files(folder)) {
          bytes += Files.size(file);
          held |= file.getFileName().toString().startsWith(TempFile.PREFIX) && isHeld(Leftover.Kind.TEMPORARY, file);
        }
        boolean owned = young || held || EditingFolder.isOpenElsewhere(folder);
        found.add(new Leftover(Leftover.Kind.EDITING, folder, changed, bytes, owned));
      }
    } catch (NoSuchFileException e) {
      Logger.debug("{} went meanwhile", e.getFile());
    } catch (IOException e) {
      Logger.info(e, "what editors left behind can't be looked at");
    }
  }

  private void add(List<Leftover> found, Leftover.Kind kind, Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (now.isRegularFile()) {
        Duration age = Duration.between(now.lastModifiedTime().toInstant(), clock.instant());
        boolean owned = age.compareTo(tooYoung) < 0 || isHeld(kind, file);
        found.add(new Leftover(kind, file, now.lastModifiedTime().toInstant(), now.size(), owned));
      }
    } catch (NoSuchFileException e) {
      Logger.debug("{} went meanwhile", file.getFileName());
    } catch (IOException e) {
      Logger.info(e, "{} was left behind and can't be looked at", file.getFileName());
    }
  }

  private boolean isHeld(Leftover.Kind kind, Path file) {
    if (TempFile.isMine(file) || kind == Leftover.Kind.LOCK && LockFile.isUsedHere(file)) {
      return true;
    }
    try (FileChannel channel = ops.open(file, Set.of(StandardOpenOption.WRITE));
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (IOException | OverlappingFileLockException e) {
      Logger.debug(e, "nobody can tell whether {} is in use", file.getFileName());
      return true;
    }
  }

  /// Whether what a lock file is for is gone. Lock files of other things, and those with a hashed name, stay.
  private boolean isForNothing(Path lock) {
    Optional<Path> guarded = guarded(lock.getFileName().toString());
    return guarded.isPresent() && Files.notExists(guarded.get(), LinkOption.NOFOLLOW_LINKS);
  }

  private Optional<Path> guarded(String lock) {
    int dash = lock.indexOf('-');
    String file = lock.substring(dash + 1, lock.length() - LockFile.EXTENSION.length());
    if (!file.contains(".")) {
      return Optional.empty();
    }
    return switch (lock.substring(0, Math.max(dash, 0))) {
      case "chat" -> Optional.of(root.chats().resolve(file));
      case "draft" -> Optional.of(root.drafts().resolve(file));
      case "list" -> Optional.of(root.taskLists().resolve(file));
      default -> Optional.empty();
    };
  }

  private static List<Path> files(Path folder, String prefix, String extension) throws StoreException {
    return FolderNames.matching(folder, name -> name.startsWith(prefix) && name.endsWith(extension)).stream()
        .sorted().map(folder::resolve).toList();
  }
}
