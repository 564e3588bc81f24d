package dev.chatstream.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.backup.FileChange;
import dev.chatstream.care.backup.FileChange.Kind;
import dev.chatstream.care.backup.RestorePlan;
import dev.chatstream.care.backup.RestoreReport;
import dev.chatstream.care.backup.Restores;
import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.core.file.Sha256;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.file.FaultyOps;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Putting files back: the preview says what happens, and what is there now is never lost.
class RestoresTest {

  @TempDir
  private Path folder;

  private TestLibrary library;
  private Restores restores;
  private String backup;

  @BeforeEach
  void open() throws Exception {
    library = new TestLibrary(folder);
    restores = new Restores(library.care());
    library.chat("plan", 2);
    library.chat("gone", 1);
    library.rows("todo", 3);
    backup = new Backups(library.care()).make(JobListener.NONE).made().name();
    library.pass(Duration.ofHours(1));
  }

  private RestorePlan plan(String... files) throws Exception {
    return restores.plan("latest", List.of(files), JobListener.NONE);
  }

  private RestoreReport apply(RestorePlan plan) throws Exception {
    return restores.apply(plan, JobListener.NONE);
  }

  private FileChange change(RestorePlan plan, String relative) {
    return plan.changes().stream().filter(one -> one.file().relative().equals(relative)).findFirst().orElseThrow();
  }

  private void grow() throws StoreException {
    StoredChat stored = library.chats().open("plan");
    library.chats().save(library.exchanges(stored.chat(), 1), stored.at());
    library.rows("todo", 2);
  }

  @Test
  void thePreviewCountsMessagesAndRowsAndChangesNothing() throws Exception {
    grow();
    Files.delete(library.path("chats/gone.json"));
    library.chat("new", 1);
    List<String> before = library.files("");
    RestorePlan plan = plan();
    assertEquals("2 messages go", change(plan, "chats/plan.json").difference());
    assertEquals("2 rows go", change(plan, "task_lists/todo.csv").difference());
    assertEquals(Kind.ADDED, change(plan, "chats/gone.json").kind());
    assertEquals(1, plan.onlyHere());
    assertEquals(before, library.files(""));
  }

  @Test
  void appliedItIsAsItWasAndTheNewerOnesAreInABackupAndInTheTrash() throws Exception {
    byte[] then = Files.readAllBytes(library.path("chats/plan.json"));
    grow();
    byte[] now = Files.readAllBytes(library.path("chats/plan.json"));
    Files.delete(library.path("chats/gone.json"));
    RestoreReport report = apply(plan());
    assertEquals(3, report.done().size());
    assertEquals(List.of(), report.left());
    assertEquals(new String(then, StandardCharsets.UTF_8), Files.readString(library.path("chats/plan.json")));
    assertTrue(Files.exists(library.path("chats/gone.json")));
    String before = report.before().orElseThrow().made().name();
    assertEquals(new String(now, StandardCharsets.UTF_8),
        Files.readString(library.path(".store/backups/" + before + "/chats/plan.json")));
    assertEquals(2, report.replaced().size());
    String trashed = new Trash(library.care()).find("plan").id();
    assertEquals(new String(now, StandardCharsets.UTF_8),
        Files.readString(library.path(".store/trash/" + trashed + "/plan.json")));
    library.rows("todo", 1);
    assertEquals(4, library.lists().list().getFirst().lastIndex());
  }

  @Test
  void oneFileToATimeThatWasTyped() throws Exception {
    grow();
    RestorePlan plan = restores.plan("2026-11-23 10", List.of("plan"), JobListener.NONE);
    assertEquals(backup, plan.from().name());
    apply(plan);
    assertEquals(5, library.lists().list().getFirst().lastIndex());
    assertEquals(4, library.chats().open("plan").chat().conversation().size());
    assertThrows(StoreException.class, () -> restores.plan("1999", List.of(), JobListener.NONE));
    assertThrows(StoreException.class, () -> plan("nobody"));
  }

  @Test
  void whatChangedSinceThePreviewIsLeft() throws Exception {
    grow();
    RestorePlan plan = plan("todo");
    library.rows("todo", 1);
    byte[] now = Files.readAllBytes(library.path("task_lists/todo.csv"));
    RestoreReport report = apply(plan);
    assertEquals(List.of(), report.done());
    assertEquals("it was changed since the preview", report.left().getFirst().what());
    assertEquals(new String(now, StandardCharsets.UTF_8), Files.readString(library.path("task_lists/todo.csv")));
  }

  @Test
  void aDamagedCopyIsNeverRestored() throws Exception {
    grow();
    Path copy = library.path(".store/backups/" + backup + "/chats/plan.json");
    Files.writeString(copy, Files.readString(copy).replace("answer 1", "ANSWER 1"));
    RestorePlan plan = plan("plan");
    assertEquals(Kind.DAMAGED, change(plan, "chats/plan.json").kind());
    assertFalse(plan.changesAnything());
  }

  @Test
  void aFolderOfABackupThatBecameALinkIsRefused() throws Exception {
    grow();
    Path chats = library.path(".store/backups/" + backup + "/chats");
    Path elsewhere = library.path("elsewhere");
    Files.move(chats, elsewhere);
    Files.createSymbolicLink(chats, elsewhere);
    FileChange change = change(plan("plan"), "chats/plan.json");
    assertEquals(Kind.DAMAGED, change.kind());
    assertTrue(change.difference().contains("not a plain folder"), change.difference());
  }

  @Test
  void aManifestThatNamesAPlaceOutsideIsRefused() throws Exception {
    Path manifest = library.path(".store/backups/" + backup + "/manifest.jsonl");
    for (String path : List.of("../../outside.json", "chats/../../outside.json", "/etc/passwd", ".store/locks/x")) {
      String text = Files.readString(manifest);
      String body = text.substring(0, text.lastIndexOf("{\"end\"")).replace("chats/plan.json", path);
      MessageDigest digest = Sha256.start();
      digest.update(body.getBytes(StandardCharsets.UTF_8));
      Path forged = library.path(".store/backups/2026-11-23T10-30-00Z");
      Files.createDirectories(forged);
      Files.writeString(
          forged.resolve("manifest.jsonl"),
          body + "{\"end\":4,\"bytes\":1,\"sha256\":\"" + Sha256.end(digest) + "\"}\n");
      StoreException refused =
          assertThrows(StoreException.class, () -> restores.plan("2026-11-23T10-30", List.of(), JobListener.NONE));
      assertTrue(refused.getMessage().contains("none of a library"), refused.getMessage());
    }
  }

  @Test
  void aTornOrChangedManifestIsRecognised() throws Exception {
    Path manifest = library.path(".store/backups/" + backup + "/manifest.jsonl");
    byte[] whole = Files.readAllBytes(manifest);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(manifest, Arrays.copyOf(whole, length));
      assertThrows(StoreException.class, () -> restores.plan(backup, List.of(), JobListener.NONE), "cut at " + length);
    }
    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;
    Files.write(manifest, changed);
    assertThrows(StoreException.class, () -> restores.plan(backup, List.of(), JobListener.NONE));
    assertThrows(StoreException.class, this::plan, "no other one is there");
    Files.write(manifest, whole);
    library.pass(Duration.ofHours(1));
    new Backups(library.care()).make(JobListener.NONE);
    Files.write(
        library.path(".store/backups/" + new Backups(library.care()).list().getFirst().name() + "/manifest.jsonl"),
        changed);
    assertEquals(backup, plan().from().name());
  }

  @Test
  void aDiskThatFailsAtAnyStepLosesNothing() throws Exception {
    grow();
    byte[] now = Files.readAllBytes(library.path("chats/plan.json"));
    byte[] then = Files.readAllBytes(library.path(".store/backups/" + backup + "/chats/plan.json"));
    RestorePlan plan = plan("plan");
    int steps = Integer.MAX_VALUE;
    for (int step = 0; step < steps; step++) {
      library.pass(Duration.ofMinutes(1));
      FaultyOps ops = new FaultyOps().failAt(step);
      try {
        new Restores(library.care(ops)).apply(plan, JobListener.NONE);
        steps = ops.steps().size();
      } catch (StoreException told) {
        assertFalse(told.getMessage().isEmpty());
      }
      byte[] after = Files.readAllBytes(library.path("chats/plan.json"));
      boolean either = Arrays.equals(after, now) || Arrays.equals(after, then);
      assertTrue(either, "step " + step);
      Files.write(library.path("chats/plan.json"), now);
    }
  }
}
