package dev.chatstream.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.verify.Verifier;
import dev.chatstream.care.verify.VerifyReport;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Verifying a library and its backups.
class VerifierTest {

  @TempDir
  private Path folder;

  private TestLibrary library;
  private Path backup;

  @BeforeEach
  void open() throws Exception {
    library = new TestLibrary(folder);
    library.chat("plan", 2);
    library.rows("todo", 3);
    backup = library.path(".store/backups/" + new Backups(library.care()).make(JobListener.NONE).made().name());
  }

  private VerifyReport verify() throws Exception {
    return new Verifier(library.care()).all(JobListener.NONE);
  }

  private List<String> damaged() throws Exception {
    return verify().findings().stream()
        .filter(finding -> finding.severity() == Severity.DAMAGE)
        .map(Finding::where)
        .toList();
  }

  @Test
  void aSoundLibraryHasNoFindings() throws Exception {
    VerifyReport report = verify();
    assertEquals(List.of(), report.findings());
    assertEquals(1, report.backups());
    assertEquals(5, report.files());
  }

  @Test
  void eachFlippedBitInABackupIsFound() throws Exception {
    for (String name : List.of("chats/plan.json", "task_lists/todo.csv", "manifest.jsonl", ".store/VERSION")) {
      byte[] bytes = Files.readAllBytes(backup.resolve(name));
      for (int at = 0; at < bytes.length; at += Math.max(1, bytes.length / 20)) {
        byte[] worse = bytes.clone();
        worse[at] ^= 4;
        Files.write(backup.resolve(name), worse);
        assertEquals(1, damaged().size(), name + " at " + at);
      }
      Files.write(backup.resolve(name), bytes);
    }
    assertEquals(List.of(), damaged());
  }

  @Test
  void whatIsMissingOrShorterOrALinkIsFound() throws Exception {
    Path copy = backup.resolve("chats/plan.json");
    byte[] bytes = Files.readAllBytes(copy);
    Files.delete(copy);
    assertEquals(1, damaged().size());
    Files.createSymbolicLink(copy, library.path("chats/plan.json"));
    assertEquals(1, damaged().size());
    Files.delete(copy);
    Files.write(copy, Arrays.copyOf(bytes, bytes.length - 1));
    assertEquals(1, damaged().size());
    Files.write(copy, bytes);
    assertEquals(List.of(), damaged());
  }

  @Test
  void whatIsInNoManifestIsTold() throws Exception {
    Files.writeString(backup.resolve("chats/stranger.json"), "{}");
    Files.createSymbolicLink(library.path(".store/backups/elsewhere"), folder);
    List<Finding> found = verify().findings();
    assertEquals(2, found.size());
    assertTrue(found.stream().allMatch(finding -> finding.severity() == Severity.WARNING));
  }

  @Test
  void aDamagedChatAndListAreFoundAndHideNoOther() throws Exception {
    library.chat("other", 1);
    Files.writeString(library.path("chats/plan.json"), "{");
    Files.writeString(library.path("task_lists/todo.csv"),
        Files.readString(library.path("task_lists/todo.csv")) + "\"9");
    assertEquals(List.of("chats/plan.json", "task_lists/todo.csv"), damaged());
  }

  @Test
  void canBeCancelled() {
    assertThrows(Cancelled.class, () -> new Verifier(library.care()).all(TestLibrary.cancelAt(3)));
  }

  @Test
  void sharedFilesAreReadOnce() throws Exception {
    library.pass(Duration.ofHours(1));
    new Backups(library.care()).make(JobListener.NONE);
    assertEquals(2, verify().backups());
    byte[] bytes = Files.readAllBytes(backup.resolve("chats/plan.json"));
    bytes[20] ^= 1;
    Files.write(backup.resolve("chats/plan.json"), bytes);
    assertEquals(2, damaged().size());
  }
}
