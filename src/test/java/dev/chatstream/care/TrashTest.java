package dev.chatstream.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.trash.Trashed;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FaultyOps;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deleting, and the way back.
class TrashTest {

  private static final LibraryFile PLAN = LibraryFile.chat("plan.json");

  @TempDir
  private Path folder;

  private TestLibrary library;
  private Trash trash;

  @BeforeEach
  void open() throws StoreException {
    library = new TestLibrary(folder);
    trash = new Trash(library.care());
    library.chat("plan", 1);
  }

  @Test
  void whatIsDeletedComesBackByteForByte() throws Exception {
    byte[] bytes = Files.readAllBytes(library.path("chats/plan.json"));
    Trashed token = trash.delete(PLAN, "delete");
    assertFalse(Files.exists(library.path("chats/plan.json")));
    assertEquals(List.of(token), trash.list());
    assertEquals(bytes.length, token.bytes());
    assertEquals(PLAN, trash.restore(token.id()));
    assertEquals(new String(bytes, StandardCharsets.UTF_8), Files.readString(library.path("chats/plan.json")));
    assertEquals(List.of(), trash.list());
  }

  @Test
  void aTakenNameGetsANumber() throws Exception {
    Trashed token = trash.delete(PLAN, "delete");
    library.chat("plan", 1);
    assertEquals("chats/plan-2.json", trash.restore(token.id()).relative());
    assertEquals(2, library.chats().list().size());
  }

  @Test
  void aListTakesItsIndexFileAlongAndGoesOnAfterwards() throws Exception {
    library.rows("todo", 2);
    Trashed token = trash.delete(LibraryFile.list("todo.csv"), "delete");
    library.rows("todo", 1);
    trash.restore(token.id());
    library.rows("todo-2", 1);
    assertEquals(List.of(3L, 1L), library.lists().list().stream().map(list -> list.lastIndex()).toList());
  }

  @Test
  void linksAreNotDeletedNorFollowed() throws Exception {
    Path outside = folder.resolve("outside.json");
    Files.writeString(outside, "{}");
    Files.createSymbolicLink(library.path("chats/link.json"), outside);
    assertThrows(StoreException.class, () -> trash.delete(LibraryFile.chat("link.json"), "delete"));
    assertTrue(Files.exists(library.path("chats/link.json"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aThingThatWasSwappedForALinkIsNotPutBack() throws Exception {
    Trashed token = trash.delete(PLAN, "delete");
    Path content = library.path(".store/trash/" + token.id() + "/plan.json");
    Files.delete(content);
    Files.createSymbolicLink(content, Path.of("/etc/hostname"));
    assertThrows(StoreException.class, () -> trash.restore(token.id()));
    assertFalse(Files.exists(library.path("chats/plan.json"), LinkOption.NOFOLLOW_LINKS));
    assertFalse(trash.list().getFirst().problem().isEmpty());
  }

  @Test
  void idsThatLeadOutAreUnknown() {
    for (String id : List.of("..", "../..", "/etc", "", ".", "a/b")) {
      assertThrows(StoreException.class, () -> trash.restore(id), id);
    }
  }

  @Test
  void withABrokenRecordTheFileIsStillFound() throws Exception {
    Trashed token = trash.delete(PLAN, "delete");
    Files.writeString(library.path(".store/trash/" + token.id() + "/.record.json"), "{\"from\":\"../../x\"}");
    Trashed found = trash.find("plan");
    assertFalse(found.problem().isEmpty());
    assertEquals(PLAN, trash.restore(found.id()));
  }

  @Test
  void emptyingRemovesTheLinksAndNotWhatTheyLeadTo() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("kept.txt"), "kept");
    Trashed token = trash.delete(PLAN, "delete");
    Files.createSymbolicLink(library.path(".store/trash/" + token.id() + "/link"), outside);
    trash.empty(trash.list());
    assertEquals(List.of(), trash.list());
    assertTrue(Files.exists(outside.resolve("kept.txt")));
  }

  @Test
  void thingsExpireAfterThirtyDays() throws Exception {
    trash.delete(PLAN, "delete");
    library.pass(Duration.ofDays(29));
    assertEquals(List.of(), trash.expired());
    library.pass(Duration.ofDays(2));
    assertEquals(1, trash.expired().size());
  }

  @Test
  void aDiskThatFailsAtAnyStepLosesNothing() throws Exception {
    byte[] bytes = Files.readAllBytes(library.path("chats/plan.json"));
    for (int step = 0; step < 20; step++) {
      try {
        new Trash(library.care(new FaultyOps().failAt(step))).delete(PLAN, "delete");
      } catch (StoreException told) {
        assertFalse(told.getMessage().isEmpty());
      }
      if (!Files.exists(library.path("chats/plan.json"))) {
        trash.restore(trash.find("plan.json").id());
      }
      assertEquals(new String(bytes, StandardCharsets.UTF_8), Files.readString(library.path("chats/plan.json")),
          "step " + step);
    }
    for (int step = 0; step < 10; step++) {
      Trashed token = trash.delete(PLAN, "delete");
      try {
        new Trash(library.care(new FaultyOps().failAt(step))).restore(token.id());
      } catch (StoreException told) {
        trash.list().stream().filter(left -> left.problem().isEmpty()).forEach(left -> restoreAgain(left.id()));
      }
      assertTrue(Files.exists(library.path("chats/plan.json")), "step " + step);
    }
  }

  private void restoreAgain(String id) {
    try {
      trash.restore(id);
    } catch (StoreException e) {
      throw new IllegalStateException(e);
    }
  }
}
