package dev.chatstream.store.journal;

import static dev.chatstream.store.journal.JournalSamples.CLOCK;
import static dev.chatstream.store.journal.JournalSamples.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FaultyOps;
import dev.chatstream.store.file.FileOps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsentTextTest {

  @TempDir
  Path folder;

  private DataRoot root;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
  }

  private UnsentText window() {
    return new UnsentText(root, FileOps.DISK, CLOCK);
  }

  @Test
  void theLastTextComesBackAndIsNeverWithoutAFile() throws Exception {
    UnsentText first = window();
    first.keep("Half a");
    first.keep("Half a\nquestion \ud83d");
    assertEquals(1, names(root.journal()).size());
    first.close();

    UnsentText second = window();
    assertEquals("Half a\nquestion \ud83d", second.take());
    second.close(); // Killed before it kept anything itself.
    UnsentText third = window();
    String again = third.take();
    assertEquals("Half a\nquestion \ud83d", again);
    third.keep(again + " more");
    third.close();
    assertEquals(1, names(root.journal()).size());
    assertEquals(again + " more", window().take());
  }

  @Test
  void aSentTextIsForgotten() throws Exception {
    UnsentText window = window();
    window.keep("Why?");
    window.keep("");
    assertEquals(List.of(), names(root.journal()));
  }

  @Test
  void aWindowThatRunsKeepsItsText() throws Exception {
    UnsentText running = window();
    running.keep("mine");
    UnsentText other = new UnsentText(root, FileOps.DISK, () -> JournalSamples.NOON.plusSeconds(1));
    assertEquals("", other.take());
    other.keep("yours");
    running.close();
    other.close();
    assertEquals("mine\nyours", window().take());
  }

  @Test
  void aTextThatWasChangedAfterItCameBackDoesNotComeAgain() throws Exception {
    UnsentText first = window();
    first.keep("draft");
    first.close();
    UnsentText second = window();
    assertEquals("draft", second.take());
    second.keep("typed before it came back");
    assertEquals(2, names(root.journal()).size());
    second.keep("all new");
    second.close();
    assertEquals("all new", window().take());
  }

  @Test
  void theFormOfEarlierVersionsIsGivenBackOnce() throws Exception {
    Files.writeString(root.internal().resolve("unsent.txt"), "old");
    UnsentText window = window();
    assertEquals("old", window.take());
    assertEquals("", window.take());
  }

  @Test
  void aTextThatCanNotBeKeptLeavesTheOneBefore() throws Exception {
    for (int step = 0; step < 5; step++) {
      FaultyOps ops = new FaultyOps();
      UnsentText window = new UnsentText(root, ops, CLOCK);
      window.keep("before");
      ops.steps().clear();
      ops.failAt(step);
      assertThrows(StoreException.class, () -> window.keep("after"));
      ops.heal();
      window.close();
      UnsentText next = window();
      assertEquals("before", next.take(), "step " + step);
      next.keep("");
      next.keep("");
    }
  }
}
