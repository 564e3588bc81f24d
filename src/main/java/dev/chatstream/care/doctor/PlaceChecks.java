package dev.chatstream.care.doctor;

import dev.chatstream.care.clean.Cleaner;
import dev.chatstream.care.clean.Temporaries;
import dev.chatstream.care.work.Area;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.Quarantine;
import dev.chatstream.care.work.Severity;
import dev.chatstream.care.work.Trees;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FolderNames;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.list.IdxLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tinylog.Logger;

/// Looks at the places themselves: folders, rights, room, locks, what was left half-made, derived files, the log.
final class PlaceChecks {

  private static final long LARGE_LOGS = 60L * 1024 * 1024;
  private static final List<String> MORE_FOLDERS = List.of(
      "logs", ".store/locks", ".store/idx", ".store/backups", ".store/trash", ".store/quarantine");

  private final Care care;
  private final Diagnosis diagnosis;

  PlaceChecks(Care care, Diagnosis diagnosis) {
    this.care = care;
    this.diagnosis = diagnosis;
  }

  void look() throws StoreException {
    folders();
    rights();
    room();
    temporaries();
    locks();
    idx();
    logs();
    quarantine();
  }

  private void folders() {
    List<String> names = new ArrayList<>(MORE_FOLDERS);
    for (Area area : Area.values()) {
      names.add(area.folder());
    }
    for (String name : names) {
      if (!Files.exists(care.root().folder().resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        diagnosis.add(Finding.of(Severity.INFO, "folder", name, "it is not there"), "makes it", () -> {
          DataRoot.open(care.root().folder());
          return "it is there";
        });
      }
    }
  }

  private void rights() throws StoreException {
    Permissions permissions = new Permissions(care);
    for (Finding finding : permissions.look()) {
      diagnosis.add(finding, "gives it those", () -> {
        permissions.repair();
        return "it has them";
      });
    }
  }

  private void room() {
    long free = care.root().folder().toFile().getUsableSpace();
    if (free < DataRoot.LEAST_ROOM) {
      diagnosis.add(Finding.of(
          Severity.WARNING, "room", ".", "its disk has " + free / 1024 + " KB left; soon nothing can be saved"));
    }
  }

  /// A lock ends with its process; its file stays for the next one, as long as what it is for is there.
  private void locks() throws StoreException {
    for (String name : FolderNames.all(care.root().locks())) {
      try {
        RegularFile.look(care.root().locks().resolve(name));
      } catch (StoreException e) {
        diagnosis.add(
            Finding.of(Severity.WARNING, "lock", ".store/locks/" + name, e),
            "moves it to the quarantine",
            () -> aside(care.root().locks().resolve(name)));
      }
    }
    for (Path lock : Temporaries.locks(care)) {
      diagnosis.add(
          Finding.of(Severity.INFO, "lock", ".store/locks/" + lock.getFileName(), "what it was for is gone"),
          "deletes it; it is empty",
          () -> {
            Temporaries.sweep(care);
            return "it is deleted";
          });
    }
  }

  private void temporaries() throws StoreException {
    for (Temporaries.Found found : new Temporaries(care).find()) {
      String where = care.root().folder().relativize(found.path()).toString();
      Finding finding = Finding.of(
          Severity.INFO, "temporary", where, found.old() ? "a dead process left it half-made" : "it is being written");
      if (found.old()) {
        diagnosis.add(finding, "moves it to the quarantine", () -> aside(found.path()));
      } else {
        diagnosis.add(finding);
      }
    }
  }

  private void idx() throws StoreException {
    for (LibraryFile list : Area.LISTS.path(care.root()).toFile().isDirectory()
        ? LibraryFile.all(care.root()).stream().filter(file -> file.area() == Area.LISTS).toList()
        : List.<LibraryFile> of()) {
      Path idx = list.idx(care.root()).orElseThrow();
      String where = care.root().folder().relativize(idx).toString();
      if (!Files.exists(idx, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try {
        String problem = IdxLook.problem(list.path(care.root()), idx);
        if (!problem.isEmpty()) {
          diagnosis.add(
              Finding.of(Severity.WARNING, "idx", where, problem),
              "deletes it; the next append makes it anew",
              () -> delete(list, idx));
        }
      } catch (StoreException e) {
        Logger.debug("{} is not looked at: {}", where, e.getMessage()); // The list itself is told.
      }
    }
    for (Path orphan : Cleaner.orphanIdx(care)) {
      diagnosis.add(
          Finding.of(Severity.INFO, "idx", ".store/idx/" + orphan.getFileName(), "its list is gone"),
          "deletes it; it is derived",
          () -> delete(orphan));
    }
  }

  private void logs() throws StoreException {
    long bytes = Trees.bytes(care.root().logs());
    if (bytes > LARGE_LOGS) {
      diagnosis.add(Finding.of(
          Severity.INFO, "log", "logs", "it has " + bytes / 1024 / 1024 + " MB; run.sh clean removes old logs"));
    }
  }

  private void quarantine() throws StoreException {
    int count = FolderNames.all(care.root().quarantine()).size();
    if (count > 0) {
      diagnosis
          .add(Finding.of(Severity.INFO, "quarantine", ".store/quarantine", "things that were put aside: " + count));
    }
    if (Files.exists(care.root().internal().resolve("state.json.broken"))) {
      diagnosis.add(Finding.of(
          Severity.INFO, "state", ".store/state.json.broken", "choices that could not be read were put aside"));
    }
  }

  private String aside(Path path) throws StoreException {
    return "it is .store/quarantine/" + new Quarantine(care).move(path) + " now";
  }

  private String delete(LibraryFile list, Path idx) throws StoreException {
    try (LibraryFile.Held lock = list.lock(care.root())) {
      return delete(idx);
    }
  }

  private String delete(Path derived) throws StoreException {
    try {
      care.ops().delete(derived);
      return "it is deleted";
    } catch (IOException e) {
      throw Failures.writing(e, derived);
    }
  }
}
