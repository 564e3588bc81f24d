package dev.chatstream.care.backup;

import dev.chatstream.care.backup.Manifest.Entry;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Content;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.UtcName;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FolderNames;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/// The folders of all backups, and the files in them.
public final class BackupFolders {

  private final Care care;

  /// Those of this library.
  public BackupFolders(Care care) {
    this.care = care;
  }

  Path folder() {
    return care.root().internal().resolve("backups");
  }

  /// The names of all backups, the newest first. What has no such name, or is no plain folder, is none.
  public List<String> names() throws StoreException {
    return FolderNames.all(folder()).stream()
        .filter(name -> UtcName.parse(name).isPresent())
        .filter(name -> Files.isDirectory(folder().resolve(name), LinkOption.NOFOLLOW_LINKS))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /// The backup that a time means: a name, or the beginning of one, of which the newest counts; `latest` is the newest
  /// whose manifest is whole.
  String find(String time) throws StoreException {
    if (time.equals("latest")) {
      return newestReadable().orElseThrow(() -> new StoreException(new StoreFailure.Missing("backup")));
    }
    String typed = UtcName.typed(time);
    return names().stream()
        .filter(name -> name.startsWith(typed))
        .findFirst()
        .orElseThrow(() -> new StoreException(new StoreFailure.Missing("backup \"" + time + "\"")));
  }

  /// One backup as a list shows it, without reading all of its manifest.
  Backup summary(String name) {
    try {
      ManifestFile.Sums sums = ManifestFile.sums(care.ops(), folder(), manifestPath(name));
      return new Backup(name, UtcName.parse(name).orElseThrow(), sums.files(), sums.bytes(), "");
    } catch (StoreException e) {
      return new Backup(name, UtcName.parse(name).orElseThrow(), 0, 0, Finding.reason(e));
    }
  }

  /// What a backup holds.
  ///
  /// @throws StoreException when its manifest is not whole
  public Manifest manifest(String name) throws StoreException {
    return ManifestFile.read(care.ops(), folder(), manifestPath(name));
  }

  /// The newest backup before whose manifest is whole; empty when there is none.
  Optional<String> newestReadable() throws StoreException {
    for (String name : names()) {
      try {
        manifest(name);
        return Optional.of(name);
      } catch (StoreException e) {
        Logger.warn("the backup {} is passed over: {}", name, Finding.reason(e));
      }
    }
    return Optional.empty();
  }

  /// Where a file of a backup lies.
  Path path(String name, Entry entry) {
    return folder().resolve(name).resolve(entry.stored());
  }

  /// What is wrong with a file of a backup, in words; empty when it is what the manifest says.
  public String problem(String name, Entry entry, Job job) throws Cancelled {
    return problem(folder(), path(name, entry), entry, job);
  }

  /// The same wherever the backup is, as while it is being made.
  String problem(Path base, Path path, Entry entry, Job job) throws Cancelled {
    try {
      Content now = Content.of(care, base, path, Content.Sink.NONE, job);
      return now.same(entry.content()) ? "" : "it is not what the manifest says: its SHA-256 differs";
    } catch (StoreException e) {
      return Finding.reason(e);
    }
  }

  private Path manifestPath(String name) {
    return folder().resolve(name).resolve(ManifestFile.NAME);
  }
}
