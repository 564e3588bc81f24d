package dev.chatstream.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.care.clean.CleanPlan;
import dev.chatstream.care.clean.Cleaner;
import dev.chatstream.care.clean.Leftover;
import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.file.TempFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cleaning up: shown first, then removed; nothing that anybody needs.
class CleanerTest {

  @TempDir
  private Path folder;

  private TestLibrary library;
  private Cleaner cleaner;

  @BeforeEach
  void open() throws Exception {
    library = new TestLibrary(folder);
    cleaner = new Cleaner(library.care());
    library.chat("plan", 1);
    library.rows("todo", 2);
    library.rows("todo", 1);
  }

  private void old(String relative, String text, Duration age) throws Exception {
    Path path = library.path(relative);
    Files.writeString(path, text);
    Files.setLastModifiedTime(path, FileTime.from(library.care().clock().instant().minus(age)));
  }

  private List<String> kinds() throws Exception {
    return cleaner.plan(JobListener.NONE).leftovers().stream().map(Leftover::kind).sorted().toList();
  }

  @Test
  void aTidyLibraryHasNothingToRemove() throws Exception {
    assertEquals(List.of(), kinds());
  }

  @Test
  void leftoversAreShownWithTheirSizeAndThenRemoved() throws Exception {
    old("chats/" + TempFile.PREFIX + "x.tmp", "12345", Duration.ofDays(1));
    old("logs/async_chat_stream.log.7", "old", Duration.ofDays(1));
    old("logs/async_chat_stream.log.4", "kept", Duration.ofDays(1));
    old(".store/idx/list-nobody.csv.idx", "derived", Duration.ofDays(1));
    old(".store/quarantine/ancient.part", "ancient", Duration.ofDays(91));
    old(".store/quarantine/recent.part", "recent", Duration.ofDays(89));
    Files.createSymbolicLink(library.path(".store/quarantine/link"), library.path("chats"));
    new Trash(library.care()).delete(LibraryFile.chat("plan.json"), "delete");
    library.pass(Duration.ofDays(31));
    old(".store/quarantine/recent.part", "recent", Duration.ofDays(89));
    CleanPlan plan = cleaner.plan(JobListener.NONE);
    assertEquals(List.of("idx", "lock", "log", "quarantine", "temporary", "trash"), kinds());
    List<String> before = library.files("");
    assertEquals(before, library.files(""));
    long bytes = plan.bytes();
    assertEquals(bytes, cleaner.apply(plan, JobListener.NONE).bytes());
    assertEquals(List.of(), kinds());
    assertTrue(Files.exists(library.path("logs/async_chat_stream.log.4")));
    assertTrue(Files.exists(library.path(".store/quarantine/recent.part")));
    assertTrue(Files.exists(library.path("task_lists/todo.csv")));
  }

  @Test
  void aFileThatMayBeBeingWrittenStays() throws Exception {
    old("chats/" + TempFile.PREFIX + "x.care", "12345", Duration.ofMinutes(10));
    assertEquals(List.of(), kinds());
  }

  @Test
  void aDraftAllOfWhichIsNamedGoesToTheTrash() throws Exception {
    StoredChat named = library.chats().open("plan");
    library.chats().keepDraft(named.chat());
    assertEquals(List.of("draft"), kinds());
    cleaner.apply(cleaner.plan(JobListener.NONE), JobListener.NONE);
    assertEquals(List.of(), library.chats().drafts());
    assertEquals(1, new Trash(library.care()).list().size());
  }

  @Test
  void aDraftWithMoreInItStays() throws Exception {
    StoredChat named = library.chats().open("plan");
    library.chats().keepDraft(library.exchanges(named.chat(), 1));
    assertEquals(List.of(), kinds());
    assertFalse(library.chats().drafts().isEmpty());
  }
}
