package dev.chatstream.care.verify;

import dev.chatstream.care.backup.BackupFolders;
import dev.chatstream.care.backup.Manifest;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.Severity;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FolderNames;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tinylog.Logger;

/// Compares every backup with its manifest: each file's size and SHA-256, and that there is nothing else.
final class BackupCheck {

  private static final String CHECK = "backup";

  private final Care care;
  private final BackupFolders folders;

  /// What a file was found to hold that several backups share: it is read once.
  private final Map<Object, String> shared = new HashMap<>();
  private final List<Finding> found = new ArrayList<>();
  private int files;
  private long bytes;

  BackupCheck(Care care) {
    this.care = care;
    this.folders = new BackupFolders(care);
  }

  VerifyReport look(Job job) throws StoreException, Cancelled {
    List<String> names = folders.names();
    Map<String, Manifest> manifests = manifests(names);
    job.begin("Checking backups", manifests.values().stream().mapToLong(Manifest::bytes).sum());
    for (Map.Entry<String, Manifest> manifest : manifests.entrySet()) {
      look(manifest.getKey(), manifest.getValue(), job);
    }
    others(names);
    return new VerifyReport(List.copyOf(found), files, names.size(), bytes);
  }

  private Map<String, Manifest> manifests(List<String> names) {
    Map<String, Manifest> manifests = new HashMap<>();
    for (String name : names) {
      try {
        manifests.put(name, folders.manifest(name));
      } catch (StoreException e) {
        found.add(Finding.of(Severity.DAMAGE, CHECK, where(name), e));
      }
    }
    return manifests;
  }

  private void look(String name, Manifest manifest, Job job) throws Cancelled {
    Set<String> known = new HashSet<>();
    for (Manifest.Entry entry : manifest.entries()) {
      known.add(entry.stored());
      files++;
      bytes += entry.content().size();
      String problem = problem(name, entry, job);
      if (!problem.isEmpty()) {
        found.add(Finding.of(Severity.DAMAGE, CHECK, where(name) + "/" + entry.stored(), problem));
      }
    }
    Path folder = care.root().internal().resolve("backups").resolve(name);
    try {
      strangers(folder, folder, known, name);
    } catch (IOException e) {
      Logger.warn(e, "{} can't be listed", folder);
      found.add(Finding.of(Severity.WARNING, CHECK, where(name), "it can't be listed"));
    }
  }

  private String problem(String name, Manifest.Entry entry, Job job) throws Cancelled {
    Object key = key(name, entry);
    String before = shared.get(key);
    if (before != null) {
      job.advance(entry.content().size());
      return before;
    }
    String problem = folders.problem(name, entry, job);
    shared.put(key, problem);
    return problem;
  }

  /// The same for two names of one file that are to have the same content.
  private Object key(String name, Manifest.Entry entry) {
    Path path = care.root().internal().resolve("backups").resolve(name).resolve(entry.stored());
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return List.of(String.valueOf(now.fileKey()), entry.content().sha256(), now.fileKey() == null ? path : "");
    } catch (IOException e) {
      return path; // Reading it tells what is wrong.
    }
  }

  private void strangers(Path base, Path folder, Set<String> known, String name) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String relative = base.relativize(entry).toString().replace('\\', '/');
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          strangers(base, entry, known, name);
        } else if (!known.contains(relative) && !relative.equals("manifest.jsonl")) {
          found.add(Finding.of(
              Severity.WARNING, CHECK, where(name) + "/" + relative,
              "it is not in the manifest; it is never restored"));
        }
      }
    }
  }

  /// What else lies among the backups.
  private void others(List<String> names) throws StoreException {
    for (String other : FolderNames.all(care.root().internal().resolve("backups"))) {
      if (!names.contains(other)) {
        found.add(Finding.of(Severity.WARNING, CHECK, where(other), "it is no backup, and is passed over"));
      }
    }
  }

  private static String where(String name) {
    return ".store/backups/" + name;
  }
}
