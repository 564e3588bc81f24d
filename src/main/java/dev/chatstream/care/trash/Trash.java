package dev.chatstream.care.trash;

import dev.chatstream.care.work.Area;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Content;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.Trees;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FolderNames;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.file.SafeName;
import dev.chatstream.store.file.SafeRead;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The trash of a library, `.store/trash/<id>/`: the file under its own name, with a record of where it was. Deleting
/// and restoring are renames, so they take no time and no room. The index file of a list stays where it is: it knows
/// of an append that was not finished, and fits again when the list comes back.
public final class Trash {

  private final Care care;
  private final TrashFolder folder;

  /// That of this library.
  public Trash(Care care) {
    this.care = care;
    this.folder = new TrashFolder(care);
  }

  /// Moves a file to the trash.
  ///
  /// @param by what deletes it, one word
  /// @return what [#restore] needs to undo it
  /// @throws StoreException when there is none, or it is no plain file; it is left as it is
  public Trashed delete(LibraryFile file, String by) throws StoreException {
    try (LibraryFile.Held lock = file.lock(care.root())) {
      Path path = file.path(care.root());
      if (RegularFile.look(path).isEmpty()) {
        throw new StoreException(new StoreFailure.Missing(file.relative()));
      }
      Path made = folder.make(new TrashRecord(file, care.clock().instant(), by));
      move(path, made);
      return folder.read(made.getFileName().toString()).orElseThrow();
    }
  }

  /// Puts a copy of a file into the trash, because the file is going to be replaced. The caller holds its lock.
  public Trashed keepCopy(LibraryFile file, String by, Job job) throws StoreException, Cancelled {
    Path made = folder.makeWith(new TrashRecord(file, care.clock().instant(), by),
        out -> Content.ofLibrary(care, file, out, job));
    return folder.read(made.getFileName().toString()).orElseThrow();
  }

  /// Puts a file back under its name, or where that is taken under the next free one.
  ///
  /// @param id from a [Trashed]
  /// @return where it is now
  /// @throws StoreException `NotDone` when its name is taken and it can have no other one
  public LibraryFile restore(String id) throws StoreException {
    Trashed trashed = folder.read(id)
        .orElseThrow(() -> new StoreException(new StoreFailure.Missing("\"" + id + "\" in the trash")));
    Path content = folder.content(trashed);
    SafeRead.requireFolders(folder.path(), content);
    if (RegularFile.look(content).isEmpty()) {
      throw notDone(trashed, "its file is no longer there");
    }
    while (true) {
      LibraryFile target = freeFile(trashed);
      try (LibraryFile.Held lock = target.lock(care.root())) {
        Path path = target.path(care.root());
        care.ops().moveToFree(content, path);
        care.ops().forceFolder(path.getParent());
        Trees.delete(care.ops(), folder.path().resolve(id));
        return target;
      } catch (FileAlreadyExistsException taken) {
        continue; // Another window took the name since the folder was listed; it is seen there now.
      } catch (IOException e) {
        throw Failures.writing(e, content);
      }
    }
  }

  /// What is in it, the newest first.
  public List<Trashed> list() throws StoreException {
    List<Trashed> all = new ArrayList<>();
    for (String id : FolderNames.all(folder.path())) {
      folder.read(id).ifPresent(all::add);
    }
    all.sort(Comparator.comparing(Trashed::at).thenComparing(Trashed::id).reversed());
    return all;
  }

  /// Folders in the trash of which nobody knows what they were: they have no record, and nothing that tells.
  public List<String> unknown() throws StoreException {
    List<String> unknown = new ArrayList<>();
    for (String id : FolderNames.all(folder.path())) {
      if (folder.read(id).isEmpty()) {
        unknown.add(id);
      }
    }
    return unknown;
  }

  /// The thing that a name means: an id, a path such as `chats/plan.json`, or a file name with or without its ending;
  /// of several the newest, those with a problem last.
  public Trashed find(String name) throws StoreException {
    return list().stream()
        .filter(trashed -> trashed.id().equals(name) || named(trashed.from(), name))
        .sorted(Comparator.comparing(trashed -> !trashed.problem().isEmpty()))
        .findFirst()
        .orElseThrow(() -> new StoreException(new StoreFailure.Missing("\"" + name + "\" in the trash")));
  }

  /// Removes these for good.
  ///
  /// @return the bytes that became free
  public long empty(List<Trashed> doomed) throws StoreException {
    long bytes = 0;
    for (Trashed trashed : doomed) {
      Trees.delete(care.ops(), folder.path().resolve(trashed.id()));
      bytes += trashed.bytes();
    }
    return bytes;
  }

  /// What has been in it for longer than the setting `trash_days` says (30).
  public List<Trashed> expired() throws StoreException {
    long days = new SettingsFile(care.root()).read().number(Preference.TRASH_DAYS);
    Instant oldest = care.clock().instant().minus(Duration.ofDays(days));
    return list().stream().filter(trashed -> trashed.at().isBefore(oldest)).toList();
  }

  private static boolean named(LibraryFile file, String name) {
    return file.relative().equals(name)
        || file.name().equals(name)
        || file.name().equals(name + file.area().extension());
  }

  private LibraryFile freeFile(Trashed trashed) throws StoreException {
    LibraryFile from = trashed.from();
    Area area = from.area();
    List<String> taken = FolderNames.all(area.path(care.root()));
    boolean canHaveAnother = switch (area) {
      case CHATS, LISTS, THEMES, TEMPLATES -> true;
      case DRAFTS, PRESETS, UNSENT, JOURNAL, OWN -> false;
    };
    if (canHaveAnother) {
      return new LibraryFile(area, SafeName.free(from.name(), area.extension(), taken));
    }
    if (taken.contains(from.name())) {
      throw notDone(trashed, "there is a " + from.relative() + " by now");
    }
    return from;
  }

  private void move(Path path, Path made) throws StoreException {
    try {
      care.ops().replace(path, made.resolve(path.getFileName()));
    } catch (IOException e) {
      throw undone(Failures.writing(e, path), made);
    }
    try {
      care.ops().forceFolder(made);
      care.ops().forceFolder(path.getParent());
    } catch (IOException e) {
      throw Failures.writing(e, path); // It is in the trash, or after a power cut where it was: never nowhere.
    }
  }

  private StoreException undone(StoreException error, Path made) {
    try {
      Trees.delete(care.ops(), made);
    } catch (StoreException e) {
      error.addSuppressed(e); // A record without a file: a clean-up finds it.
    }
    return error;
  }

  private static StoreException notDone(Trashed trashed, String reason) {
    return new StoreException(new StoreFailure.NotDone(trashed.from().relative() + " was not put back", reason));
  }
}
