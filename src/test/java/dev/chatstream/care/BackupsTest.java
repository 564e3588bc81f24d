package dev.chatstream.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.care.backup.BackupReport;
import dev.chatstream.care.backup.BackupSchedule;
import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.backup.VerifiedCopy;
import dev.chatstream.care.verify.Verifier;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.Progress;
import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.file.FaultyOps;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.journal.Recovery;
import dev.chatstream.store.journal.TurnJournal;
import dev.chatstream.store.list.TaskListStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Making backups: what is in them, what they share, and that a half-made one is never seen.
class BackupsTest {

  @TempDir
  private Path folder;

  private TestLibrary library;
  private Backups backups;

  @BeforeEach
  void open() throws StoreException {
    library = new TestLibrary(folder);
    backups = new Backups(library.care());
    library.chat("plan", 2);
    library.rows("todo", 3);
  }

  private BackupReport make() throws Exception {
    library.pass(Duration.ofHours(1));
    return backups.make(JobListener.NONE);
  }

  private Path in(BackupReport report, String relative) {
    return library.path(".store/backups/" + report.made().name()).resolve(relative);
  }

  private static Object inode(Path file) throws IOException {
    return Files.getAttribute(file, "unix:ino");
  }

  @Test
  void holdsEachFileAsItWasWithTheRightsOfItsOwnerAlone() throws Exception {
    BackupReport report = make();
    assertEquals("2026-11-23T11-00-00Z", report.made().name());
    for (String file : List.of("chats/plan.json", "task_lists/todo.csv", ".store/VERSION")) {
      assertEquals(-1, Files.mismatch(library.path(file), in(report, file)), file);
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(in(report, file))));
    }
    assertEquals(List.of(), new Verifier(library.care()).backups(JobListener.NONE).findings());
    assertEquals(report.made(), backups.list().getFirst());
  }

  @Test
  void sharesWhatDidNotChangeWithTheBackupBeforeAndNothingWithTheLiveFiles() throws Exception {
    BackupReport first = make();
    library.chat("other", 1);
    BackupReport second = make();
    assertEquals(3, second.linked());
    assertEquals(1, second.copied());
    assertEquals(inode(in(first, "chats/plan.json")), inode(in(second, "chats/plan.json")));
    for (String file : List.of("chats/plan.json", "task_lists/todo.csv")) {
      assertNotEquals(inode(library.path(file)), inode(in(second, file)));
    }
  }

  @Test
  void anAppendDoesNotReachABackup() throws Exception {
    BackupReport first = make();
    byte[] then = Files.readAllBytes(library.path("task_lists/todo.csv"));
    library.rows("todo", 1);
    BackupReport second = make();
    assertEquals(1, second.copied());
    assertEquals(new String(then, StandardCharsets.UTF_8), Files.readString(in(first, "task_lists/todo.csv")));
  }

  @Test
  void aChangeThatLeavesSizeAndTimeIsSeen() throws Exception {
    make();
    Path list = library.path("task_lists/todo.csv");
    var time = Files.getLastModifiedTime(list);
    Files.writeString(list, Files.readString(list).replace("task", "Task"));
    Files.setLastModifiedTime(list, time);
    BackupReport second = make();
    assertEquals(1, second.copied());
    assertEquals(-1, Files.mismatch(list, in(second, "task_lists/todo.csv")));
  }

  @Test
  void damageInABackupDoesNotGoOnIntoTheNext() throws Exception {
    BackupReport first = make();
    Path copy = in(first, "chats/plan.json");
    byte[] bytes = Files.readAllBytes(copy);
    bytes[10] ^= 1;
    Files.write(copy, bytes);
    BackupReport second = make();
    assertEquals(-1, Files.mismatch(library.path("chats/plan.json"), in(second, "chats/plan.json")));
    Optional<VerifiedCopy> found = backups.newestVerified(LibraryFile.chat("plan.json"));
    assertEquals(second.made().name(), found.orElseThrow().backup());
  }

  @Test
  void theLastSoundCopyOfADamagedFileOutlivesItsBackup() throws Exception {
    make();
    byte[] sound = Files.readAllBytes(library.path("chats/plan.json"));
    Files.writeString(library.path("chats/plan.json"), "{ \"schema\" : 2,");
    new SettingsFile(library.root()).set(dev.chatstream.core.preference.Preference.BACKUP_KEEP, "3");
    for (int i = 0; i < 6; i++) {
      make();
    }
    assertEquals(3, backups.list().size());
    VerifiedCopy copy = backups.newestVerified(LibraryFile.chat("plan.json")).orElseThrow();
    assertEquals(new String(sound, StandardCharsets.UTF_8), Files.readString(copy.path()));
  }

  @Test
  void oldOnesGoByAgeButThreeStay() throws Exception {
    for (int i = 0; i < 5; i++) {
      make();
    }
    library.pass(Duration.ofDays(200));
    BackupReport report = make();
    assertEquals(3, report.removed().size());
    assertEquals(3, backups.list().size());
  }

  @Test
  void cancelledAnywhereNothingIsLeft() throws Exception {
    make();
    List<String> before = library.files(".store/backups");
    for (int n = 1; n < 6; n++) {
      int at = n;
      library.rows("todo", 1);
      assertThrows(Cancelled.class, () -> backups.make(TestLibrary.cancelAt(at)), "at " + at);
      assertEquals(before, library.files(".store/backups"));
      assertEquals(1, library.names(".store/backups").size());
    }
  }

  @Test
  void aDiskThatFailsAtAnyStepLeavesNoHalfABackup() throws Exception {
    FaultyOps counting = new FaultyOps();
    new Backups(library.care(counting)).make(JobListener.NONE);
    for (int step = 0; step < counting.steps().size(); step++) {
      library.pass(Duration.ofHours(1));
      FaultyOps ops = new FaultyOps().failAt(step);
      try {
        new Backups(library.care(ops)).make(JobListener.NONE);
      } catch (StoreException told) {
        assertFalse(told.getMessage().isEmpty());
      }
      assertEquals(List.of(), new Verifier(library.care()).backups(JobListener.NONE).findings(), "step " + step);
    }
  }

  @Test
  void linksFoldersAndPipesAreLeftOutAndTold() throws Exception {
    Files.createSymbolicLink(library.path("chats/link.json"), Path.of("/etc/hostname"));
    Files.createDirectory(library.path("chats/folder.json"));
    assertEquals(0, new ProcessBuilder("mkfifo", library.path("task_lists/pipe.csv").toString()).start().waitFor());
    BackupReport report = make();
    assertEquals(
        List.of("chats/folder.json", "chats/link.json", "task_lists/pipe.csv"),
        report.leftOut().stream().map(finding -> finding.where()).sorted().toList());
    assertTrue(Files.exists(in(report, "chats/plan.json")));
    assertFalse(Files.exists(in(report, "chats/link.json")));
  }

  @Test
  void aJournalThatThisProgramWritesIsLeftAloneAndOneOfAnotherIsKept() throws Exception {
    Chat chat = library.chats().open("plan").chat();
    Message question = Message.fromUser(Ids.next(Instant.EPOCH), chat.head(), "why?", Instant.EPOCH);
    Asked asked = new Asked(Ids.next(Instant.EPOCH), chat.id(), "", Instant.EPOCH, question, question);
    TurnJournal journal = TurnJournal.begin(library.root(), FileOps.DISK, library.care().clock(), asked);
    Files.writeString(library.path(".store/journal/turn-others.jsonl"), "{}\n");
    BackupReport report = make();
    assertEquals(List.of(), report.leftOut());
    assertTrue(Files.exists(in(report, ".store/journal/turn-others.jsonl")));
    assertFalse(Files.exists(in(report, ".store/journal/turn-" + asked.turn() + ".jsonl")));
    assertEquals(0, new Recovery(library.root(), library.chats(), FileOps.DISK).run().replies().size());
    journal.delete();
  }

  @Test
  void halfAnAppendIsNotTakenForSound() throws Exception {
    library.rows("todo", 1);
    make();
    Path list = library.path("task_lists/todo.csv");
    FaultyOps torn = new FaultyOps().failStep("force").tearingAfter(0);
    byte[] sound = Files.readAllBytes(list);
    assertThrows(StoreException.class, () -> new TaskListStore(library.root(), library.care().clock(), torn)
        .append("todo", List.of(new NewTask(Role.USER, "x", "", ""), new NewTask(Role.USER, "y", "", ""))));
    make();
    VerifiedCopy copy = backups.newestVerified(LibraryFile.list("todo.csv")).orElseThrow();
    assertEquals(new String(sound, StandardCharsets.UTF_8), Files.readString(copy.path()));
  }

  @Test
  void onlyOneIsMadeAtATime() throws Exception {
    List<StoreException> refused = new ArrayList<>();
    backups.make(new JobListener() {
      @Override
      public void progress(Progress progress) {
        if (refused.isEmpty()) {
          Thread other = Thread.ofPlatform().start(() -> refused.add(
              assertThrows(StoreException.class, () -> backups.make(JobListener.NONE))));
          try {
            other.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    });
    assertTrue(refused.getFirst().getMessage().contains("in use"));
  }

  @Test
  void isDueOnceADay() throws Exception {
    BackupSchedule schedule = new BackupSchedule(library.care());
    assertTrue(schedule.due());
    assertTrue(schedule.runIfDue(JobListener.NONE).isPresent());
    assertTrue(schedule.runIfDue(JobListener.NONE).isEmpty());
    library.pass(Duration.ofHours(23));
    assertFalse(schedule.due());
    library.pass(Duration.ofHours(2));
    assertTrue(schedule.due());
    schedule.set(false);
    assertFalse(schedule.due());
  }

  @Test
  void aBackupFromTheFutureDoesNotCountAsTodays() throws Exception {
    make();
    library.pass(Duration.ofDays(-10));
    assertTrue(new BackupSchedule(library.care()).due());
  }

  @Test
  void anEmptyLibraryHasNothingToKeep(@TempDir Path empty) throws Exception {
    assertFalse(new BackupSchedule(new TestLibrary(empty).care()).due());
  }

  @Test
  void aChatThatGrewHasItsNewestCopyVerified() throws Exception {
    make();
    StoredChat stored = library.chats().open("plan");
    library.chats().save(library.exchanges(stored.chat(), 1), stored.at());
    BackupReport second = make();
    VerifiedCopy copy = backups.newestVerified(LibraryFile.chat("plan.json")).orElseThrow();
    assertEquals(second.made().name(), copy.backup());
    assertEquals(Files.size(library.path("chats/plan.json")), copy.size());
  }
}
